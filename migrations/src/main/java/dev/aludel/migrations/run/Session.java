package dev.aludel.migrations.run;

import dev.aludel.migrations.dialect.Dialect;
import dev.aludel.migrations.dialect.RememberedSession.Extent;
import dev.aludel.migrations.dialect.TranslatedStep.ForeignKeys;
import dev.aludel.migrations.dialect.Trouble;
import dev.aludel.migrations.run.StepFailure.RefusedException;
import dev.aludel.migrations.sql.CopyInput;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A connection whose transactions are begun and ended here, in SQL, while the driver believes in
 * auto-commit. Closing it leaves the connection open, as it was found.
 */
final class Session implements AutoCloseable {
  private final Connection connection;
  private final Dialect dialect;
  private final String id;
  private final boolean autoCommitBefore;
  private final Dialect.Setting settingBefore;
  private final Duration lockTimeout;
  private final SessionKeeper keeper;
  private volatile boolean stopped;

  private Session(
      Connection connection,
      Dialect dialect,
      Duration lockTimeout,
      String id,
      boolean autoCommitBefore,
      Dialect.Setting settingBefore) {
    this.connection = connection;
    this.dialect = dialect;
    this.lockTimeout = lockTimeout;
    this.id = id;
    this.autoCommitBefore = autoCommitBefore;
    this.settingBefore = settingBefore;
    this.keeper = new SessionKeeper(connection, dialect);
  }

  static Session on(Connection connection, Dialect dialect, Duration lockTimeout)
      throws SQLException {
    boolean autoCommit = connection.getAutoCommit();
    connection.setAutoCommit(true);
    return new Session(
        connection,
        dialect,
        lockTimeout,
        dialect.sessionOf(connection),
        autoCommit,
        dialect.takeOver(connection));
  }

  Connection connection() {
    return connection;
  }

  /** Has it as it was, whatever scripts do to it. */
  SessionKeeper keeper() {
    return keeper;
  }

  /** Puts back what the scripts of the transaction that is open have changed in the session. */
  void putBackInTransaction() throws SQLException {
    keeper.putBackInTransaction(lockTimeout);
  }

  // SQLite switches foreign keys only where no transaction is open.
  void begin(ForeignKeys foreignKeys) throws SQLException {
    dialect.switchForeignKeys(connection, foreignKeys);
    execute(dialect.beginStatement(lockTimeout));
  }

  /**
   * Begins a transaction with a query, in one message to the database where it takes one.
   *
   * @return the first column of the answer
   */
  List<String> beginWith(ForeignKeys foreignKeys, String query) throws SQLException {
    dialect.switchForeignKeys(connection, foreignKeys);
    String begin = dialect.beginStatement(lockTimeout);
    if (dialect.takesSeveralStatements()) {
      return lastAnswer(begin + "; " + query);
    }
    execute(begin);
    return lastAnswer(query);
  }

  private List<String> lastAnswer(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      boolean answers = statement.execute(sql);
      while (!answers) {
        answers = statement.getMoreResults();
      }
      return firstColumn(statement.getResultSet());
    }
  }

  /** The first column of an answer, which is closed then; a null is the text {@code null}. */
  static List<String> firstColumn(ResultSet rows) throws SQLException {
    List<String> values = new ArrayList<>();
    try (rows) {
      while (rows.next()) {
        values.add(String.valueOf(rows.getString(1)));
      }
    }
    return values;
  }

  Trouble troubleOf(SQLException e) {
    return stoppedOr(dialect.troubleOf(e));
  }

  // The database tells a statement that was cancelled, and not by whom.
  private Trouble stoppedOr(Trouble trouble) {
    boolean cancelled = trouble == Trouble.CANCELED || trouble == Trouble.ENDED_BY_SOMEBODY;
    return stopped && cancelled ? Trouble.STOPPED : trouble;
  }

  /** What an error that ended a transaction is about, as exactly as the session can tell. */
  Trouble troubleAfterwards(SQLException e) {
    try {
      return stopped ? troubleOf(e) : dialect.troubleOf(e, connection);
    } catch (SQLException | RuntimeException unknown) {
      e.addSuppressed(unknown);
      return troubleOf(e);
    }
  }

  /** Ends the statement at work, from another thread; what goes wrong at that changes nothing. */
  void cancel() {
    stopped = true;
    try {
      dialect.cancel(connection);
    } catch (SQLException e) {
      return; // the connection is lost, and its statement with it
    }
  }

  /** What the server knows it by. */
  String id() {
    return id;
  }

  /**
   * How a step that was broken off goes on.
   *
   * @param journal what messages call it
   */
  Resumption resumption(String journal) {
    return new Resumption(this, dialect, journal);
  }

  /** The first column of the first {@code limit} rows of an answer. */
  List<String> query(String sql, int limit) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setMaxRows(limit);
      return firstColumn(statement.executeQuery(sql));
    }
  }

  void commit() throws SQLException {
    execute("commit");
  }

  boolean isInTransaction() throws SQLException {
    return dialect.isInTransaction(connection);
  }

  /** Undoes what is open; what goes wrong at that is added to {@code cause}. */
  void rollback(Throwable cause) {
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
    Optional<CopyInput> copy = dialect.copyInput(sql);
    if (copy.isPresent()) {
      dialect.copy(connection, copy.get());
    } else {
      execute(connection, sql);
    }
  }

  static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      statement.execute(sql);
    } catch (OutOfMemoryError e) {
      throw new RefusedException(
          "this process has too little memory for the statement; give it more (-Xmx), or make several of it");
    }
  }

  /**
   * @throws MigrationFailedException if the connection does not take its settings back
   */
  @Override
  public void close() {
    try {
      if (!connection.isClosed()) {
        keeper.putBack(Extent.ALL);
        settingBefore.restore(connection);
        connection.setAutoCommit(autoCommitBefore);
      }
    } catch (SQLException e) {
      throw new MigrationFailedException(
          "All is done, but the connection did not take its settings back: the database says \"%s\". Use it no more, and open another."
              .formatted(DatabaseWords.of(e)),
          null,
          List.of(),
          e);
    }
  }
}
