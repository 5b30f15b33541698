package dev.aludel.persistence.jooq;

import dev.aludel.persistence.jooq.statement.Cells;
import dev.aludel.persistence.jooq.statement.JdbcCells;
import dev.aludel.persistence.jooq.statement.PreparedStatements;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The statements of a lent connection, each a new one: the pool closes them anyway, and the driver
 * keeps their plans by their text.
 */
final class PostgresStatements implements PreparedStatements {

  private final Connection connection;
  private final AtomicInteger inUse;

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
    return statement;
  }

  @Override
  public Cells cells(PreparedStatement statement, ResultSet results) {
    return new JdbcCells(results);
  }

  @Override
  public void giveBack(PreparedStatement statement) throws SQLException {
    inUse.decrementAndGet();
    statement.close();
  }

  @Override
  public void discard(PreparedStatement statement) throws SQLException {
    giveBack(statement);
  }
}
