package dev.aludel.migrations.run;

import dev.aludel.migrations.dialect.Dialect;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A connection whose transactions are begun and ended here, in SQL, while the driver believes in
 * auto-commit. Closing it leaves the connection open, as it was found.
 */
final class Session implements AutoCloseable {
  private final Connection connection;
  private final Dialect dialect;
  private final boolean autoCommitBefore;
  private final Dialect.Setting settingBefore;

  private Session(
      Connection connection,
      Dialect dialect,
      boolean autoCommitBefore,
      Dialect.Setting settingBefore) {
    this.connection = connection;
    this.dialect = dialect;
    this.autoCommitBefore = autoCommitBefore;
    this.settingBefore = settingBefore;
  }

  static Session on(Connection connection, Dialect dialect) throws SQLException {
    boolean autoCommit = connection.getAutoCommit();
    connection.setAutoCommit(true);
    return new Session(connection, dialect, autoCommit, dialect.enforceForeignKeys(connection));
  }

  Connection connection() {
    return connection;
  }

  void begin() throws SQLException {
    execute(dialect.beginStatement());
  }

  void commit() throws SQLException {
    execute("commit");
  }

  boolean isInTransaction() throws SQLException {
    return dialect.isInTransaction(connection);
  }

  /** Undoes what is open; what goes wrong at that is added to {@code cause}. */
  void rollback(Exception cause) {
    try {
      if (!connection.isClosed() && isInTransaction()) {
        execute("rollback");
      }
    } catch (SQLException e) {
      cause.addSuppressed(e);
    }
  }

  /** Runs SQL as it is: no JDBC escapes, no parameters. */
  void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      statement.execute(sql);
    }
  }

  @Override
  public void close() throws SQLException {
    if (!connection.isClosed()) {
      settingBefore.restore(connection);
      connection.setAutoCommit(autoCommitBefore);
    }
  }
}
