package dev.aludel.migrations.run;

import dev.aludel.migrations.run.Fault.Deed;
import dev.aludel.migrations.run.Fault.Moment;
import dev.aludel.migrations.run.TestDatabase.Kind;
import java.sql.Connection;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** What a statement fails of; the database itself says it wherever that can be had. */
enum FailureKind {
  BAD_SQL("absent") {
    @Override
    Deed deed(TestDatabase database, Kind kind, Connection other) {
      return connection -> TestDatabase.execute(connection, "update absent set x = 1");
    }
  },
  CONSTRAINT("version_num") {
    @Override
    Deed deed(TestDatabase database, Kind kind, Connection other) {
      return connection ->
          TestDatabase.execute(connection, "insert into alembic_version values (null)");
    }
  },
  /** SQLite gets no more pages, and fails where it needs one. */
  DISK_FULL("full|No space left on device") {
    @Override
    Deed deed(TestDatabase database, Kind kind, Connection other) {
      return kind == Kind.SQLITE
          ? connection -> TestDatabase.execute(connection, "pragma max_page_count = 1")
          : Mishap.DISK_FULL.deed(database, Moment.BEFORE);
    }
  },
  /** SQLite has no connection that could be lost. */
  CONNECTION_LOST("\\.\\.\\.") {
    @Override
    Deed deed(TestDatabase database, Kind kind, Connection other) {
      return kind == Kind.SQLITE
          ? connection -> {}
          : Mishap.CONNECTION_ENDED.deed(database, Moment.BEFORE);
    }
  },
  /** In a transaction SQLite waits for no lock but at its end. */
  LOCK_TIMEOUT("locked|lock timeout") {
    @Override
    Deed deed(TestDatabase database, Kind kind, Connection other) {
      return kind == Kind.SQLITE
          ? connection -> occupy(other)
          : connection -> {
            occupy(other);
            TestDatabase.execute(connection, "set lock_timeout = 20; select x from busy");
          };
    }
  };

  private final String words;

  FailureKind(String words) {
    this.words = words;
  }

  /** What the database's words contain: a pattern. */
  String words() {
    return words;
  }

  /**
   * What happens before a statement.
   *
   * @param other a connection beside that of the run
   */
  abstract Deed deed(TestDatabase database, Kind kind, Connection other);

  /** Takes what others wait for: as much as there is to be had. */
  static void occupy(Connection connection) throws SQLException {
    if (!connection.getMetaData().getURL().startsWith("jdbc:sqlite")) {
      if (connection.getAutoCommit()) {
        connection.setAutoCommit(false);
        TestDatabase.execute(connection, "lock table busy");
      }
      return;
    }
    try {
      TestDatabase.execute(connection, "pragma busy_timeout = 0", "begin immediate");
    } catch (SQLiteException e) {
      if (e.getResultCode() != SQLiteErrorCode.SQLITE_BUSY) {
        throw e;
      }
      TestDatabase.execute(connection, "begin", "select count(*) from t");
    }
  }
}
