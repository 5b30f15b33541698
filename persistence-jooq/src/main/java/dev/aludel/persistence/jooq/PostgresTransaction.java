package dev.aludel.persistence.jooq;

import dev.aludel.domain.StorageException;
import dev.aludel.persistence.jooq.PostgresErrors.SessionState;
import dev.aludel.persistence.jooq.statement.Access;
import dev.aludel.persistence.jooq.statement.ErrorTranslator.Place;
import dev.aludel.persistence.jooq.statement.StatementExecutor;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Consumer;
import org.postgresql.jdbc.PgConnection;

/**
 * A transaction on a connection of the pool: READ COMMITTED as the pool's connections are, and
 * REPEATABLE READ where it must see one snapshot. (A lock cannot be taken first in the latter: all
 * that waits for one, but {@code lock table}, takes the snapshot before it waits.)
 */
final class PostgresTransaction extends TransactionConnection {

  /** Where the connection goes afterwards. */
  interface Owner {

    void giveBack(Connection connection);

    /** Sees to it that the connection is not lent again. */
    void discard(Connection connection);
  }

  private final Connection connection;
  private final PgConnection driverConnection;
  private final Access access;
  private final PostgresErrors errors;
  private final Owner owner;

  /**
   * @param connection of the pool
   * @throws SQLException if it is closed
   */
  PostgresTransaction(
      Connection connection,
      PostgresStatements statements,
      Access access,
      PostgresErrors errors,
      Consumer<String> echo,
      Owner owner)
      throws SQLException {
    super(errors, new StatementExecutor(statements, errors, echo));
    this.connection = connection;
    this.driverConnection = connection.unwrap(PgConnection.class);
    this.access = access;
    this.errors = errors;
    this.owner = owner;
  }

  Connection jdbc() {
    return connection;
  }

  @Override
  void beginTransaction() throws SQLException {
    // The driver begins with the first statement, in the same message.
    switch (access) {
      case QUERY -> connection.setAutoCommit(true); // the pool sets it back
      case READ -> execute("set transaction isolation level repeatable read, read only");
      case FETCH, CHANGE -> {}
      case WRITE -> execute("set transaction isolation level repeatable read");
    }
  }

  @Override
  void commitTransaction() throws SQLException {
    if (access != Access.QUERY) {
      driverConnection.clearWarnings();
      connection.commit();
      if (access.writes()) {
        errors.requireConfirmed(driverConnection.getWarnings());
      }
    }
  }

  @Override
  void rollbackTransaction() throws SQLException {
    if (access != Access.QUERY) {
      connection.rollback();
    } else if (connection.isClosed()) {
      throw new SQLException("The connection was lost during a query.");
    }
  }

  @Override
  void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Override
  void discard() {
    owner.discard(connection);
  }

  // The pool aborts the connection afterwards; without this the server would go on with the
  // statement, and keep its locks, until it has an answer that nobody takes.
  @Override
  void stop() {
    try {
      driverConnection.cancelQuery();
    } catch (SQLException unreachable) {
      // Nothing can be stopped on a connection that is lost, and nothing runs on a closed one.
    }
  }

  @Override
  StorageException commitFailed(SQLException error) {
    return access.writes()
        ? errors.translateCommit(error, session())
        : errors.translate(error, Place.DATABASE);
  }

  // The driver closes a connection whose session the server ended. The pool's own, around it, tells
  // what the pool thinks of an error.
  private SessionState session() {
    try {
      return driverConnection.isClosed() ? SessionState.ENDED : SessionState.ALIVE;
    } catch (SQLException unknown) {
      return SessionState.ENDED;
    }
  }

  @Override
  void giveBack() {
    owner.giveBack(connection);
  }
}
