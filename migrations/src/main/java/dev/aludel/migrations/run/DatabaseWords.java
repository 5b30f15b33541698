package dev.aludel.migrations.run;

import dev.aludel.migrations.database.SqliteWords;
import java.sql.SQLException;

/** What a database said, without what its driver adds. */
final class DatabaseWords {
  private DatabaseWords() {}

  // PostgreSQL's driver counts characters of the statement, which people do not.
  static String of(SQLException e) {
    return SqliteWords.of(e)
        .strip()
        .replaceAll("\\R\\s*Position\\s?: \\d+", "")
        .replaceAll("\\s*\\R\\s*", "; ");
  }
}
