package dev.aludel.migrations.run;

import dev.aludel.migrations.database.SqliteWords;
import java.sql.SQLException;

/** What a database said, without what its driver adds. */
final class DatabaseWords {
  private DatabaseWords() {}

  static String of(SQLException e) {
    return SqliteWords.of(e).strip().replaceAll("\\s*\\R\\s*", "; ");
  }
}
