package dev.aludel.migrations.run;

import dev.aludel.migrations.run.Fault.Deed;
import dev.aludel.migrations.run.Fault.Moment;
import dev.aludel.migrations.run.TestDatabase.Kind;
import dev.aludel.test.Waiting;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.PGConnection;
import org.postgresql.util.PSQLException;
import org.postgresql.util.PSQLState;
import org.postgresql.util.ServerErrorMessage;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** What happens to a database at work, whatever the statement. */
enum Mishap {
  /** The server ends the connection. */
  CONNECTION_ENDED {
    @Override
    boolean befalls(Kind kind) {
      return kind == Kind.POSTGRESQL;
    }

    @Override
    Deed deed(TestDatabase database, Moment moment) {
      return connection -> {
        terminate(database, connection);
        if (moment == Moment.AFTER) {
          throw lost(connection);
        }
      };
    }
  },
  /** A statement finds no room; of what it does nothing stays. */
  DISK_FULL {
    @Override
    boolean befalls(Kind kind) {
      return true;
    }

    @Override
    Deed deed(TestDatabase database, Moment moment) {
      return connection -> {
        if (connection.isWrapperFor(PGConnection.class)) {
          abortTransaction(connection);
          throw new PSQLException(
              new ServerErrorMessage(
                  "SERROR\0C53100\0Mcould not extend file \"base/5/16397\": No space left on"
                      + " device\0HCheck free disk space.\0"));
        }
        throw new SQLiteException(
            "[SQLITE_FULL] Insertion failed because database is full (database or disk is full)",
            SQLiteErrorCode.SQLITE_FULL);
      };
    }
  },
  /** The disk fails before a statement is through or when it is. */
  DISK_BROKEN {
    @Override
    boolean befalls(Kind kind) {
      return kind == Kind.SQLITE;
    }

    @Override
    Deed deed(TestDatabase database, Moment moment) {
      return connection -> {
        throw new SQLiteException(
            "[SQLITE_IOERR_WRITE] I/O error in the VFS layer while trying to write into a file on"
                + " disk (disk I/O error)",
            SQLiteErrorCode.SQLITE_IOERR_WRITE);
      };
    }
  };

  abstract boolean befalls(Kind kind);

  abstract Deed deed(TestDatabase database, Moment moment);

  /** Ends the session of {@code connection}; returns when it is gone. */
  static void terminate(TestDatabase database, Connection connection) throws SQLException {
    int process = connection.unwrap(PGConnection.class).getBackendPID();
    try (Connection other = database.connect()) {
      TestDatabase.query(other, "select pg_terminate_backend(%d)".formatted(process));
      String alive = "select pid from pg_stat_activity where pid = " + process;
      Waiting.until("the session is gone", () -> TestDatabase.query(other, alive).isEmpty());
    }
  }

  /** What the driver says of a connection that is gone. */
  static SQLException lost(Connection connection) throws SQLException {
    connection.close();
    return new PSQLException(
        "An I/O error occurred while sending to the backend.", PSQLState.CONNECTION_FAILURE);
  }

  private static void abortTransaction(Connection connection) {
    try (Statement statement = connection.createStatement()) {
      statement.execute("select 1 / 0");
    } catch (SQLException e) {
      return; // as it should
    }
    throw new IllegalStateException("division by zero does no harm");
  }
}
