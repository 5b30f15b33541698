package dev.aludel.migrations.dialect.sqlite;

import dev.aludel.migrations.sql.FoldedName;
import java.util.List;
import java.util.stream.Collectors;

/** Names and texts as SQLite's SQL writes and compares them. */
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

  static String texts(List<String> texts) {
    return texts.stream().map(SqlText::text).collect(Collectors.joining(", "));
  }

  /** Whether two names are the same to SQLite, which folds the case of ASCII letters alone. */
  static boolean sameName(String first, String second) {
    return folded(first).equals(folded(second));
  }

  /** The name with its ASCII letters in lower case. */
  static String folded(String name) {
    return FoldedName.of(name);
  }
}
