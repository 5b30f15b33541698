package dev.aludel.persistence.jooq;

import dev.aludel.persistence.jooq.statement.Cells;
import dev.aludel.persistence.jooq.statement.JdbcCells;
import dev.aludel.persistence.jooq.statement.PreparedStatements;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.sqlite.core.CoreStatement;

/**
 * A SQLite connection that is kept open with its prepared statements. It stays in JDBC's
 * auto-commit mode and is told {@code begin} and {@code commit} in SQL: the driver's own
 * transactions take their locks too late or, in its immediate mode, keep them after a commit.
 */
final class SqliteConnection implements PreparedStatements, AutoCloseable {

  /** How a database keeps text. */
  enum Encoding {
    UTF_8,
    UTF_16
  }

  private final Connection connection;
  private final StatementWatch watch;
  private final Encoding encoding;
  private final Map<String, PreparedStatement> kept = new HashMap<>();
  private final AtomicInteger inUse;

  /**
   * @param encoding how the database keeps text
   * @param inUse counts the statements of all connections
   */
  SqliteConnection(
      Connection connection, StatementWatch watch, Encoding encoding, AtomicInteger inUse) {
    this.connection = connection;
    this.watch = watch;
    this.encoding = encoding;
    this.inUse = inUse;
  }

  Connection jdbc() {
    return connection;
  }

  @Override
  public PreparedStatement take(String sql) throws SQLException {
    PreparedStatement statement = prepared(sql);
    inUse.incrementAndGet();
    watch.started(statement);
    return statement;
  }

  @Override
  public Cells cells(PreparedStatement statement, ResultSet results) throws SQLException {
    return switch (encoding) {
      case UTF_8 -> new SqliteCells((CoreStatement) statement);
      case UTF_16 -> new JdbcCells(results);
    };
  }

  @Override
  public void giveBack(PreparedStatement statement) throws SQLException {
    inUse.decrementAndGet();
    watch.ended();
    statement.clearBatch();
  }

  @Override
  public void discard(PreparedStatement statement) throws SQLException {
    inUse.decrementAndGet();
    watch.ended();
    forget(statement);
  }

  void execute(String sql) throws SQLException {
    PreparedStatement statement = prepared(sql);
    try {
      statement.execute();
    } catch (SQLException error) {
      forget(statement);
      throw error;
    }
  }

  /** Stops the statement that was taken and not given back; called by any thread. */
  void stop() {
    watch.stop();
  }

  /** Closes the connection, and with it its statements. */
  @Override
  public void close() throws SQLException {
    connection.close();
  }

  private PreparedStatement prepared(String sql) throws SQLException {
    PreparedStatement statement = kept.get(sql);
    if (statement == null) {
      statement = connection.prepareStatement(sql);
      kept.put(sql, statement);
    }
    return statement;
  }

  // The driver finalizes a statement that met certain errors, and does not say so.
  private void forget(PreparedStatement statement) throws SQLException {
    kept.values().remove(statement);
    statement.close();
  }
}
