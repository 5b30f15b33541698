package dev.aludel.persistence.jooq;

import com.zaxxer.hikari.HikariDataSource;
import dev.aludel.domain.StorageException;
import dev.aludel.persistence.jooq.statement.Access;
import dev.aludel.persistence.jooq.statement.PreparedStatements;
import dev.aludel.persistence.jooq.statement.StatementExecutor;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Consumer;

/** A transaction on a connection of the pool, repeatable read. */
final class PostgresTransaction extends TransactionConnection {

  private final Connection connection;
  private final Access access;
  private final HikariDataSource pool;
  private final PostgresErrors errors;

  PostgresTransaction(
      Connection connection,
      Access access,
      HikariDataSource pool,
      PostgresErrors errors,
      Consumer<String> echo) {
    super(errors, new StatementExecutor(new FreshStatements(connection), errors, echo));
    this.connection = connection;
    this.access = access;
    this.pool = pool;
    this.errors = errors;
  }

  /** The pool closes statements anyway; the driver keeps their plans by their text. */
  private record FreshStatements(Connection connection) implements PreparedStatements {
    @Override
    public PreparedStatement take(String sql) throws SQLException {
      return connection.prepareStatement(sql);
    }

    @Override
    public void giveBack(PreparedStatement statement) throws SQLException {
      statement.close();
    }

    @Override
    public void discard(PreparedStatement statement) throws SQLException {
      statement.close();
    }
  }

  Connection jdbc() {
    return connection;
  }

  @Override
  void beginTransaction() throws SQLException {
    // The driver begins with the first statement, and says "read only" in the same message.
    connection.setReadOnly(access == Access.READ);
  }

  @Override
  void commitTransaction() throws SQLException {
    connection.commit();
  }

  @Override
  void rollbackTransaction() throws SQLException {
    connection.rollback();
  }

  @Override
  void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Override
  void discard() {
    pool.evictConnection(connection);
  }

  @Override
  StorageException commitFailed(SQLException error) {
    return errors.translateCommit(error);
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException broken) {
      // What the transaction came to is decided: an error now would have it run a second time.
      discard();
    }
  }
}
