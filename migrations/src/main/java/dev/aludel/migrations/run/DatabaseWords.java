package dev.aludel.migrations.run;

import dev.aludel.migrations.database.SqliteWords;
import dev.aludel.migrations.sql.VisibleText;
import java.sql.SQLException;
import java.util.stream.Collectors;

/**
 * What a database said, without what its driver adds. Each of its lines may hold a value of a row.
 */
final class DatabaseWords {
  private DatabaseWords() {}

  // PostgreSQL's driver counts characters of the statement, which people do not.
  static String of(SQLException e) {
    return SqliteWords.of(e)
        .strip()
        .replaceAll("\\R\\s*Position\\s?: \\d+", "")
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .map(VisibleText::value)
        .collect(Collectors.joining("; "));
  }
}
