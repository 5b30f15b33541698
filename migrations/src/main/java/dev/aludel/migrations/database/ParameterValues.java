package dev.aludel.migrations.database;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * The values that a parameter of a URL takes.
 *
 * @param described what they are, behind "it is"
 */
record ParameterValues(String described, Predicate<String> taken) {
  static final ParameterValues TEXT = new ParameterValues("not empty", value -> !value.isEmpty());

  static final ParameterValues WHOLE_NUMBER =
      new ParameterValues("a whole number", value -> value.matches("-?\\d{1,9}"));

  /** As the drivers of both databases write it. */
  static final ParameterValues TRUTH = oneOf("true", "false");

  /** As SQLite itself writes it. */
  static final ParameterValues SWITCH = oneOf("on", "off", "true", "false", "yes", "no", "1", "0");

  static ParameterValues oneOf(String... values) {
    return oneOf(List.of(values));
  }

  static ParameterValues oneOf(List<String> values) {
    List<String> plain = values.stream().map(value -> value.toLowerCase(Locale.ROOT)).toList();
    return new ParameterValues(
        values.size() == 1 ? values.get(0) : "one of " + String.join(", ", values),
        value -> plain.contains(value.toLowerCase(Locale.ROOT)));
  }
}
