package dev.aludel.migrations.run;

import dev.aludel.migrations.database.Database;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.PGConnection;

/**
 * Finds out whether a connection to PostgreSQL keeps its session from one statement to the next.
 * Behind a pooler in transaction mode each transaction gets the server process that is free.
 */
final class SessionProof {
  private static final int ROUNDS = 3;
  private static final int STATEMENTS = 3;

  private final Database database;
  private final Connection connection;
  private final int process;

  private SessionProof(Database database, Connection connection, int process) {
    this.database = database;
    this.connection = connection;
    this.process = process;
  }

  /**
   * Refuses a connection whose session others get too. It changes nothing, and takes no lock. Where
   * the server itself answered when the connection was made, one question is enough: a pooler gives
   * its clients keys of its own.
   *
   * @throws SharedSessionException if it has no session of its own
   */
  static void refuseSharedSession(Database database, Connection connection) throws SQLException {
    int process = processOf(connection);
    if (process != promisedProcess(connection)) {
      new SessionProof(database, connection, process).refuseSharedSession();
    }
  }

  private void refuseSharedSession() throws SQLException {
    for (int i = 0; i < ROUNDS; i++) {
      refuseOtherProcess(); // as where the processes take turns, or others are busy
      refuseProcessOfAnother();
    }
  }

  private void refuseOtherProcess() throws SQLException {
    for (int i = 0; i < STATEMENTS; i++) {
      if (processOf(connection) != process) {
        throw SharedSessionException.of(database);
      }
    }
  }

  // As where the last one used is the first to be used again. The open transaction keeps it.
  private void refuseProcessOfAnother() throws SQLException {
    try (Connection another = database.open()) {
      if (promisedProcess(another) == promisedProcess(connection)) {
        return; // it is the same connection, the only one
      }
      another.setAutoCommit(false);
      int other = processOf(another);
      if (other == process) {
        throw SharedSessionException.of(database);
      }
      refuseOtherProcess();
      another.rollback();
      another.setAutoCommit(true);
    }
  }

  private static int promisedProcess(Connection connection) throws SQLException {
    return connection.unwrap(PGConnection.class).getBackendPID();
  }

  private static int processOf(Connection connection) throws SQLException {
    try (Statement query = connection.createStatement();
        ResultSet row = query.executeQuery("select pg_backend_pid()")) {
      row.next();
      return row.getInt(1);
    }
  }
}
