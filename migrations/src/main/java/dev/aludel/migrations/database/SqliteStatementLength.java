package dev.aludel.migrations.database;

import static java.util.Objects.requireNonNull;

import java.sql.Connection;
import java.sql.SQLException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.Pragma;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteLimits;

/**
 * How long a statement may be. SQLite takes one of a thousand million bytes ({@code
 * SQLITE_MAX_SQL_LENGTH}); its driver allows a thousandth of that unless it is told otherwise.
 */
public final class SqliteStatementLength {
  /** SQLite's own largest length, in bytes. */
  public static final int LARGEST = 1_000_000_000;

  private static final int ASK = -1;

  private SqliteStatementLength() {}

  /** Has the connections that {@code config} opens take statements of the largest length. */
  static void allow(SQLiteConfig config) {
    config.setPragma(Pragma.LIMIT_SQL_LENGTH, String.valueOf(LARGEST));
  }

  /**
   * Has a connection, whoever opened it, take statements of the largest length.
   *
   * @return the length that it took before; for {@link #restore}
   */
  public static int allow(Connection connection) throws SQLException {
    return set(requireNonNull(connection, "connection"), LARGEST);
  }

  /** Has a connection take statements of {@code length} bytes and no longer ones. */
  public static void restore(Connection connection, int length) throws SQLException {
    set(requireNonNull(connection, "connection"), length);
  }

  private static int set(Connection connection, int length) throws SQLException {
    SQLiteConnection sqlite = connection.unwrap(SQLiteConnection.class);
    int limit = SQLiteLimits.SQLITE_LIMIT_SQL_LENGTH.getId();
    int before = sqlite.getDatabase().limit(limit, ASK);
    if (before != length) {
      sqlite.setLimit(SQLiteLimits.SQLITE_LIMIT_SQL_LENGTH, length);
    }
    return before;
  }
}
