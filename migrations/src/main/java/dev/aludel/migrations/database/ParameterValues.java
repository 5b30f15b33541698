package dev.aludel.migrations.database;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * The values that a parameter of a URL takes.
 *
 * @param described what they are, behind "it is"
 * @param spelling a value that is taken, as the driver writes it
 */
record ParameterValues(String described, Predicate<String> taken, UnaryOperator<String> spelling) {
  static final ParameterValues TEXT = of("not empty", value -> !value.isEmpty());

  static final ParameterValues WHOLE_NUMBER =
      of("a whole number", value -> value.matches("-?\\d{1,9}"));

  /** As the drivers of both databases write it. */
  static final ParameterValues TRUTH = oneOf("true", "false");

  /** As SQLite itself writes it. */
  static final ParameterValues SWITCH = oneOf("on", "off", "true", "false", "yes", "no", "1", "0");

  private static ParameterValues of(String described, Predicate<String> taken) {
    return new ParameterValues(described, taken, value -> value);
  }

  static ParameterValues oneOf(String... values) {
    return oneOf(List.of(values));
  }

  static ParameterValues oneOf(List<String> values) {
    List<String> plain = values.stream().map(value -> value.toLowerCase(Locale.ROOT)).toList();
    return new ParameterValues(
        values.size() == 1 ? values.get(0) : "one of " + String.join(", ", values),
        value -> plain.contains(value.toLowerCase(Locale.ROOT)),
        value -> values.get(plain.indexOf(value.toLowerCase(Locale.ROOT))));
  }
}
