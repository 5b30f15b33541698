package dev.aludel.persistence.jooq;

import dev.aludel.persistence.jooq.statement.Cells;
import dev.aludel.persistence.jooq.statement.JdbcCells;
import dev.aludel.persistence.jooq.statement.PreparedStatements;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The statements of a lent connection, each a new one: the pool closes them anyway, and the driver
 * keeps their plans by their text.
 */
final class PostgresStatements implements PreparedStatements {

  private final Connection connection;
  private final AtomicInteger inUse;
  private volatile @Nullable PreparedStatement running;

  /**
   * @param inUse counts the statements of all connections
   */
  PostgresStatements(Connection connection, AtomicInteger inUse) {
    this.connection = connection;
    this.inUse = inUse;
  }

  @Override
  public PreparedStatement take(String sql) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    inUse.incrementAndGet();
    running = statement;
    return statement;
  }

  @Override
  public Cells cells(PreparedStatement statement, ResultSet results) {
    return new JdbcCells(results);
  }

  @Override
  public void giveBack(PreparedStatement statement) throws SQLException {
    running = null;
    inUse.decrementAndGet();
    statement.close();
  }

  @Override
  public void discard(PreparedStatement statement) throws SQLException {
    giveBack(statement);
  }

  /** Has the server stop the statement that runs now, if one does; called by any thread. */
  void stop() throws SQLException {
    PreparedStatement statement = running;
    if (statement != null) {
      statement.cancel();
    }
  }
}
