package dev.aludel.persistence.jooq;

import dev.aludel.persistence.jooq.statement.Access;
import dev.aludel.persistence.jooq.statement.ErrorTranslator;
import dev.aludel.persistence.jooq.statement.StatementExecutor;
import java.sql.SQLException;
import java.util.function.Consumer;

/** A transaction on a kept SQLite connection. */
final class SqliteTransaction extends TransactionConnection {

  /** Where the connection goes afterwards. */
  interface Owner {
    void giveBack(SqliteConnection connection);

    void discard(SqliteConnection connection);
  }

  private final SqliteConnection connection;
  private final Access access;
  private final Owner owner;
  private final Runnable afterwards;
  private boolean discarded;

  SqliteTransaction(
      SqliteConnection connection,
      Access access,
      ErrorTranslator errors,
      Consumer<String> echo,
      Owner owner,
      Runnable afterwards) {
    super(errors, new StatementExecutor(connection, errors, echo));
    this.connection = connection;
    this.access = access;
    this.owner = owner;
    this.afterwards = afterwards;
  }

  SqliteConnection connection() {
    return connection;
  }

  @Override
  void beginTransaction() throws SQLException {
    if (access == Access.QUERY) {
      return;
    }
    // A deferred transaction that turns to writing later fails when another one wrote meanwhile.
    connection.execute(access.writes() ? "begin immediate" : "begin");
  }

  @Override
  void commitTransaction() throws SQLException {
    if (access != Access.QUERY) {
      connection.execute("commit");
    }
  }

  @Override
  void rollbackTransaction() throws SQLException {
    if (access == Access.QUERY) {
      return;
    }
    try {
      connection.execute("rollback");
    } catch (SQLException error) {
      // After a full disk or an interrupt SQLite has rolled back by itself.
      if (!String.valueOf(error.getMessage()).contains("no transaction is active")) {
        throw error;
      }
    }
  }

  @Override
  void execute(String sql) throws SQLException {
    connection.execute(sql);
  }

  @Override
  void discard() {
    discarded = true;
  }

  @Override
  void stop() {
    connection.stop();
  }

  @Override
  void passOn() {
    afterwards.run();
  }

  @Override
  void giveBack() {
    if (discarded) {
      owner.discard(connection);
    } else {
      owner.giveBack(connection);
    }
  }
}
