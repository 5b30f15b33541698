package dev.aludel.migrations.run;

import dev.aludel.migrations.dialect.Dialect;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;

/**
 * Looks into a database, and waits for a lock on a table no longer than {@code lockTimeout}. Leaves
 * the settings of the connection as they were.
 */
record ReadTransaction(Dialect dialect, Duration lockTimeout) {

  /** What is looked for. */
  @FunctionalInterface
  interface Query<T> {
    T of(Connection connection) throws SQLException;
  }

  /**
   * The answer to {@code query}, at one moment where the database needs a transaction for it.
   *
   * @param connection one with no transaction open
   */
  <T> T read(Connection connection, Query<T> query) throws SQLException {
    Optional<String> begin = dialect.beginReading(lockTimeout);
    return begin.isPresent() ? read(connection, begin.get(), query) : query.of(connection);
  }

  private static <T> T read(Connection connection, String begin, Query<T> query)
      throws SQLException {
    boolean autoCommit = connection.getAutoCommit();
    connection.setAutoCommit(true);
    try {
      execute(connection, begin);
      T answer = query.of(connection);
      execute(connection, "rollback"); // there is nothing to commit
      connection.setAutoCommit(autoCommit);
      return answer;
    } catch (SQLException | RuntimeException e) {
      leave(connection, autoCommit, e);
      throw e;
    }
  }

  private static void leave(Connection connection, boolean autoCommit, Exception cause) {
    try {
      if (!connection.isClosed()) {
        execute(connection, "rollback");
        connection.setAutoCommit(autoCommit);
      }
    } catch (SQLException e) {
      cause.addSuppressed(e);
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
