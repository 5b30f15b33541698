package dev.aludel.migrations.dialect.sqlite;

import java.util.List;
import java.util.stream.Collectors;

/** Names and texts as SQLite's SQL writes them. */
final class SqlText {
  private SqlText() {}

  static String name(String name) {
    return "\"" + name.replace("\"", "\"\"") + "\"";
  }

  static String names(List<String> names) {
    return names.stream().map(SqlText::name).collect(Collectors.joining(", "));
  }

  static String text(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
