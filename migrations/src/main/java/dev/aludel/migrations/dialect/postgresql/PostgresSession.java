package dev.aludel.migrations.dialect.postgresql;

import dev.aludel.migrations.dialect.RememberedSession;
import dev.aludel.migrations.dialect.SessionChangedException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The session of a connection to PostgreSQL, as it was once. */
final class PostgresSession implements RememberedSession {
  // The run sets it for its transaction.
  private static final String LOCK_TIMEOUT = "lock_timeout";

  private final SessionSql sql;
  private final String before;

  private PostgresSession(SessionSql sql, String before) {
    this.sql = sql;
    this.before = before;
  }

  static PostgresSession of(Connection connection, SessionSql sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      try (ResultSet row = statement.executeQuery(sql.remembered())) {
        row.next();
        return new PostgresSession(sql, row.getString(1));
      }
    }
  }

  /** One thing that is not as it was, and the statement that puts it back. */
  private record Change(String what, String statement) {}

  @Override
  public void putBack(Connection connection, Extent extent) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      if (extent == Extent.IN_TRANSACTION) {
        for (String check : sql.endOfDeferral()) {
          statement.execute(check);
        }
      }
      List<Change> changes = changes(statement, extent);
      for (int pass = 0; !changes.isEmpty(); pass++) {
        if (pass == SessionSql.PASSES) {
          throw new SessionChangedException(changes.stream().map(Change::what).toList());
        }
        for (Change change : changes) {
          statement.execute(change.statement());
        }
        changes = changes(statement, extent);
      }
    }
  }

  private List<Change> changes(Statement statement, Extent extent) throws SQLException {
    String except = extent == Extent.ALL ? "" : LOCK_TIMEOUT;
    List<Change> changes = new ArrayList<>();
    try (ResultSet rows =
        statement.executeQuery(sql.changes(SessionSql.literal(before), extent, except))) {
      while (rows.next()) {
        changes.add(new Change(rows.getString(2).strip(), rows.getString(3)));
      }
    }
    return changes;
  }
}
