package dev.aludel.migrations.backup;

import dev.aludel.migrations.backup.FileBackup.Progress;
import dev.aludel.migrations.backup.FileBackup.VersionRows;
import dev.aludel.migrations.database.SqliteDriver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.sqlite.SQLiteConfig;

/**
 * A copy of a SQLite database in a file, made by {@code vacuum into}: what stands in the
 * write-ahead log is in it, rowids and counts are as they were, and pages that nothing uses are
 * not.
 */
record DatabaseCopy(Path file) {

  /** Writes the copy into the file, which is there and empty. */
  void writeFrom(Connection database, Progress progress) throws SQLException {
    String sql = "vacuum main into '" + file.toString().replace("'", "''") + "'";
    new CopyWatch(file, bytesInUse(database), progress)
        .during(database, () -> execute(database, sql));
    if (value(database, "pragma main.journal_mode").equals("wal")) {
      try (Connection copy = open()) {
        execute(copy, "pragma journal_mode = wal"); // vacuum does not keep it
      }
    }
  }

  /**
   * In what the copy is not what it should be, for people; empty if nothing is found. SQLite has
   * read each row and written it, and would have ended at an error of either; reading all of it
   * again would test the memory of the operating system, not the disk. So the copy is opened, as a
   * restored one will be, and asked for what costs nothing.
   */
  Optional<String> difference(DatabaseContent database, VersionRows versionRows)
      throws SQLException, IOException {
    try (Connection copy = open()) {
      long written = Files.size(file);
      long expected = bytes(copy);
      return written == expected
          ? database.difference(DatabaseContent.of(copy, versionRows))
          : Optional.of("its copy has %d bytes and needs %d".formatted(written, expected));
    }
  }

  /** How large a database is: that of its pages, wherever they are written. */
  static long bytes(Connection database) throws SQLException {
    return Long.parseLong(value(database, "pragma main.page_count"))
        * Long.parseLong(value(database, "pragma main.page_size"));
  }

  // The pages that a copy has.
  private static long bytesInUse(Connection database) throws SQLException {
    long free = Long.parseLong(value(database, "pragma main.freelist_count"));
    return bytes(database) - free * Long.parseLong(value(database, "pragma main.page_size"));
  }

  // As a URI, in which no character of a path means something else.
  private Connection open() throws SQLException {
    return SqliteDriver.connect(new SQLiteConfig(), "jdbc:sqlite:" + file.toUri());
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      statement.execute(sql);
    }
  }

  private static String value(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }
}
