package dev.aludel.persistence.jooq;

import com.zaxxer.hikari.HikariDataSource;
import dev.aludel.domain.StorageException;
import dev.aludel.persistence.jooq.statement.Access;
import dev.aludel.persistence.jooq.statement.ErrorTranslator.Place;
import dev.aludel.persistence.jooq.statement.StatementExecutor;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Consumer;

/** A transaction on a connection of the pool, repeatable read. */
final class PostgresTransaction extends TransactionConnection {

  private final Connection connection;
  private final PostgresStatements statements;
  private final Access access;
  private final HikariDataSource pool;
  private final PostgresErrors errors;

  PostgresTransaction(
      Connection connection,
      PostgresStatements statements,
      Access access,
      HikariDataSource pool,
      PostgresErrors errors,
      Consumer<String> echo) {
    super(errors, new StatementExecutor(statements, errors, echo));
    this.connection = connection;
    this.statements = statements;
    this.access = access;
    this.pool = pool;
    this.errors = errors;
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

  // Where one connection broke the others may be broken too, which the pool does not look at when
  // they were used a moment ago: all are renewed, so that the next try does not meet the next one.
  @Override
  void discard() {
    pool.evictConnection(connection);
    pool.getHikariPoolMXBean().softEvictConnections();
  }

  // The pool aborts the connection afterwards; without this the server would go on with the
  // statement, and keep its locks, until it has an answer that nobody takes.
  @Override
  void stop() {
    try {
      statements.stop();
    } catch (SQLException unreachable) {
      // Nothing can be stopped on a connection that is lost, and nothing runs on a closed one.
      return;
    }
  }

  @Override
  StorageException commitFailed(SQLException error) {
    return access == Access.READ
        ? errors.translate(error, Place.DATABASE)
        : errors.translateCommit(error);
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
