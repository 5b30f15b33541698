package dev.aludel.migrations.author;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Fills {@code ${name}} in a text. What is filled in is not searched for placeholders again.
 *
 * @param values by name; an empty one is no value, and still a known name
 */
record Placeholders(Map<String, String> values) {
  private static final Pattern FORM = Pattern.compile("\\$\\{([^}\\r\\n]*)}");

  Placeholders {
    values = Map.copyOf(values);
  }

  /**
   * The text with every placeholder filled.
   *
   * @param unknown the refusal of a name that is not known
   */
  String fill(String text, Function<String, AuthorException> unknown) {
    return FORM.matcher(text)
        .replaceAll(
            match ->
                Matcher.quoteReplacement(
                    value(match.group(1)).orElseThrow(() -> unknown.apply(match.group(1)))));
  }

  /** Whether the text has a placeholder that is known and has no value. */
  boolean lacksAValue(String text) {
    return FORM.matcher(text)
        .results()
        .anyMatch(match -> value(match.group(1)).filter(String::isEmpty).isPresent());
  }

  private Optional<String> value(String name) {
    return Optional.ofNullable(values.get(name));
  }

  /** All names as a message lists them. */
  String names() {
    return values.keySet().stream()
        .sorted()
        .map(name -> "${" + name + "}")
        .collect(Collectors.joining(", "));
  }
}
