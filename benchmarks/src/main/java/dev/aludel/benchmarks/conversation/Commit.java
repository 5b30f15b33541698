package dev.aludel.benchmarks.conversation;

import dev.aludel.benchmarks.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** How a transaction begins and ends by hand. */
sealed interface Commit {
  void begin() throws SQLException;

  void commit() throws SQLException;

  static Commit on(Connection connection, Database kind) throws SQLException {
    return switch (kind) {
      case SQLITE ->
          new InSql(
              connection.prepareStatement("begin immediate"),
              connection.prepareStatement("commit"));
      case POSTGRESQL -> new InJdbc(connection);
    };
  }

  /** SQLite's driver takes its lock late, and prepares these two anew each time. */
  record InSql(PreparedStatement begins, PreparedStatement commits) implements Commit {
    @Override
    public void begin() throws SQLException {
      begins.execute();
    }

    @Override
    public void commit() throws SQLException {
      commits.execute();
    }
  }

  /** PostgreSQL's driver sends the begin together with the first statement. */
  record InJdbc(Connection connection) implements Commit {
    @Override
    public void begin() throws SQLException {
      connection.setAutoCommit(false);
    }

    @Override
    public void commit() throws SQLException {
      connection.commit();
      connection.setAutoCommit(true);
    }
  }
}
