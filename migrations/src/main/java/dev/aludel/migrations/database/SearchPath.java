package dev.aludel.migrations.database;

import java.util.Locale;
import java.util.Optional;

/** PostgreSQL's list of the schemas in which it looks for names. */
final class SearchPath {
  private SearchPath() {}

  /**
   * The first schema of a list, as the server reads it; empty if it has none, or one that depends
   * on who is connected.
   */
  static Optional<String> first(String list) {
    String text = list.strip();
    String name =
        text.startsWith("\"")
            ? text.replaceFirst("(?s)^\"((?:[^\"]|\"\")*)\".*", "$1").replace("\"\"", "\"")
            : text.split(",", -1)[0].strip().toLowerCase(Locale.ROOT);
    return name.isEmpty() || name.equals("$user") ? Optional.empty() : Optional.of(name);
  }
}
