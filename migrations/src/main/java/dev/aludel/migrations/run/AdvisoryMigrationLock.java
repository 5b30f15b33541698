package dev.aludel.migrations.run;

import dev.aludel.migrations.database.Database;
import dev.aludel.migrations.run.ReadTransaction.Query;
import dev.aludel.migrations.run.StepFailure.RefusedException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The lock of a PostgreSQL database: an advisory lock of a session, tried and never waited for. A
 * waiting statement, like an open transaction, would hold up {@code create index concurrently},
 * which waits for everything that is older than itself.
 *
 * <p>It belongs to a server process, and a pooler may put another one behind the connection at any
 * time: so each statement says which process it counts on, and what is taken is given back where it
 * was taken.
 */
final class AdvisoryMigrationLock implements MigrationLock {
  private static final String LOCKS =
      """
      from pg_locks l where l.locktype = 'advisory' and l.granted and l.objsubid = 1
        and l.database = (select oid from pg_database where datname = current_database())
        and (l.classid::bigint << 32 | l.objid::bigint) =
      """;

  private static final int TRIES_TO_UNLOCK = 100;
  private static final long PAUSE_MILLIS = 10;

  private final Database database;
  private final Connection connection;
  private final boolean autoCommitBefore;
  private final String key;
  private @Nullable String holdingProcess;

  private AdvisoryMigrationLock(
      Database database, Connection connection, boolean autoCommitBefore, String key) {
    this.database = database;
    this.connection = connection;
    this.autoCommitBefore = autoCommitBefore;
    this.key = key;
  }

  /**
   * The lock, to be held by a connection of its own, on which no transaction is left open.
   *
   * @param schema asks where the version table is
   * @throws SharedSessionException if the connection has no session of its own
   */
  static AdvisoryMigrationLock of(Database database, Query<String> schema) throws SQLException {
    Connection connection = database.open();
    try {
      boolean autoCommit = connection.getAutoCommit();
      connection.setAutoCommit(true);
      SessionProof.refuseSharedSession(database, connection);
      String key =
          row(
                  connection,
                  "select hashtextextended('aludel ' || current_database() || ' %s', 0)"
                      .formatted(schema.of(connection).replace("'", "''")))
              .get(0);
      return new AdvisoryMigrationLock(database, connection, autoCommit, key);
    } catch (SQLException | RuntimeException e) {
      try (connection) {
        throw e;
      }
    }
  }

  // The lock can be taken twice in one session: who has it already is asked in the same statement.
  @Override
  public boolean tryAcquire() throws SQLException {
    List<String> row =
        ask(
            "select pg_backend_pid(), case when exists (select %s %s and l.pid = pg_backend_pid())"
                    .formatted(LOCKS, key)
                + " then null else pg_try_advisory_lock(%s) end".formatted(key));
    if (row.get(1).equals("null")) {
      throw SharedSessionException.of(database);
    }
    boolean taken = row.get(1).equals("t");
    holdingProcess = taken ? row.get(0) : null;
    return taken;
  }

  @Override
  public Optional<String> holder() throws SQLException {
    return ask(
            """
            select a.application_name || coalesce(' on ' || host(a.client_addr), '')
              || ', server process ' || a.pid || ', since '
              || to_char(a.backend_start at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')
            from pg_stat_activity a where a.pid in (select l.pid %s %s)
            """
                .formatted(LOCKS, key))
        .stream()
        .findFirst();
  }

  @Override
  public void confirm() throws SQLException {
    List<String> row =
        ask(
            "select pg_backend_pid(), exists (select %s %s and l.pid = pg_backend_pid())"
                .formatted(LOCKS, key));
    if (!row.get(0).equals(holdingProcess)) {
      throw new RefusedException(SharedSessionException.CHANGED);
    }
    if (!row.get(1).equals("t")) {
      throw new RefusedException(
          "its session holds the lock no more: something in it has given all advisory locks back");
    }
  }

  private List<String> ask(String sql) throws SQLException {
    return row(connection, sql);
  }

  // Never as a prepared statement, which a pooler may look for in another server process.
  private static List<String> row(Connection connection, String sql) throws SQLException {
    try (Statement query = connection.createStatement();
        ResultSet row = query.executeQuery(sql)) {
      List<String> values = new ArrayList<>();
      int columns = row.getMetaData().getColumnCount();
      if (row.next()) {
        for (int i = 1; i <= columns; i++) {
          values.add(String.valueOf(row.getString(i)));
        }
      }
      return values;
    }
  }

  // The lock goes with the session: what cannot be unlocked is unlocked by closing, or is gone
  // already with a connection that was cut. The run's own outcome stands.
  @Override
  public void close() throws SQLException {
    try (connection) {
      if (holdingProcess != null) {
        unlock(holdingProcess);
      }
    }
  }

  private void unlock(String process) {
    holdingProcess = null;
    try {
      if (!isUnlocked(process)) {
        endWhenIdle(process);
      }
      connection.setAutoCommit(autoCommitBefore);
    } catch (SQLException e) {
      return;
    }
  }

  private boolean isUnlocked(String process) throws SQLException {
    for (int tries = 0; tries < TRIES_TO_UNLOCK; tries++) {
      String unlock =
          "select case when pg_backend_pid() = %s then pg_advisory_unlock(%s) end"
              .formatted(process, key);
      if (!ask(unlock).get(0).equals("null") || !isHeldBy(process)) {
        return true;
      }
      pause();
    }
    return false;
  }

  private boolean isHeldBy(String process) throws SQLException {
    return !ask("select l.pid %s %s and l.pid = %s".formatted(LOCKS, key, process)).isEmpty();
  }

  // A pooler keeps it, and gives this connection others: nobody could take the lock any more.
  private void endWhenIdle(String process) throws SQLException {
    for (int tries = 0; tries < TRIES_TO_UNLOCK && isHeldBy(process); tries++) {
      ask(
          "select pg_terminate_backend(pid) from pg_stat_activity where state = 'idle' and pid = "
              + process);
      pause();
    }
  }

  private static void pause() {
    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(PAUSE_MILLIS));
  }
}
