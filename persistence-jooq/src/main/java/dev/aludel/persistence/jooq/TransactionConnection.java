package dev.aludel.persistence.jooq;

import dev.aludel.domain.StorageException;
import dev.aludel.persistence.jooq.statement.ErrorTranslator;
import dev.aludel.persistence.jooq.statement.ErrorTranslator.Place;
import dev.aludel.persistence.jooq.statement.StatementExecutor;
import java.sql.SQLException;

/** A connection that is lent out for one transaction; {@link #close} gives it back. */
abstract class TransactionConnection implements AutoCloseable {

  private final ErrorTranslator errors;
  private final StatementExecutor executor;

  TransactionConnection(ErrorTranslator errors, StatementExecutor executor) {
    this.errors = errors;
    this.executor = executor;
  }

  /** Runs the repositories' statements. */
  final StatementExecutor executor() {
    return executor;
  }

  final void begin() {
    translating(this::beginTransaction);
  }

  final void commit() {
    try {
      commitTransaction();
    } catch (SQLException error) {
      throw commitFailed(error);
    }
  }

  /** Rolls back; what fails meanwhile is kept beside the error that led to it. */
  final void rollbackAfter(Throwable failure) {
    try {
      rollbackTransaction();
    } catch (SQLException error) {
      failure.addSuppressed(error);
      discard();
    }
  }

  final void savepoint(String name) {
    translating(() -> execute("savepoint " + name));
  }

  final void releaseSavepoint(String name) {
    translating(() -> execute("release savepoint " + name));
  }

  final void rollbackToSavepoint(String name) {
    translating(
        () -> {
          execute("rollback to savepoint " + name);
          execute("release savepoint " + name);
        });
  }

  abstract void beginTransaction() throws SQLException;

  abstract void commitTransaction() throws SQLException;

  abstract void rollbackTransaction() throws SQLException;

  abstract void execute(String sql) throws SQLException;

  /** Sees to it that this connection is not used again. */
  abstract void discard();

  /** Stops the statement that runs now, if one does; called by another thread. */
  abstract void stop();

  /** What a failed commit means, which only the database's kind tells. */
  StorageException commitFailed(SQLException error) {
    return errors.translate(error, Place.DATABASE);
  }

  /** Gives the connection back; throws nothing, because the transaction's outcome is decided. */
  abstract void giveBack();

  /** Lets the next one have a turn, when the connection is given back; throws nothing. */
  void passOn() {}

  /** Gives the connection back, and then the turn. */
  @Override
  public final void close() {
    giveBack();
    passOn();
  }

  private interface SqlAction {
    void run() throws SQLException;
  }

  private void translating(SqlAction action) {
    try {
      action.run();
    } catch (SQLException error) {
      throw errors.translate(error, Place.DATABASE);
    }
  }
}
