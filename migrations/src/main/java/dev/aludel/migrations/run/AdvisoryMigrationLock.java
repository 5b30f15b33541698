package dev.aludel.migrations.run;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/**
 * The lock of a PostgreSQL database: an advisory lock of a session, tried and never waited for. A
 * waiting statement, like an open transaction, would hold up {@code create index concurrently},
 * which waits for everything that is older than itself.
 */
final class AdvisoryMigrationLock implements MigrationLock {
  private static final String HOLDER =
      """
      select a.application_name || coalesce(' on ' || host(a.client_addr), '')
        || ', server process ' || a.pid || ', since '
        || to_char(a.backend_start at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')
      from pg_locks l join pg_stat_activity a on a.pid = l.pid
      where l.locktype = 'advisory' and l.granted and l.objsubid = 1
        and l.database = (select oid from pg_database where datname = current_database())
        and (l.classid::bigint << 32 | l.objid::bigint) = %s
      """;

  private final Connection connection;
  private final String key;
  private final boolean autoCommitBefore;
  private boolean held;

  private AdvisoryMigrationLock(Connection connection, String schema, boolean autoCommitBefore) {
    this.connection = connection;
    this.key =
        "hashtextextended('aludel ' || current_database() || ' %s', 0)"
            .formatted(schema.replace("'", "''"));
    this.autoCommitBefore = autoCommitBefore;
  }

  /**
   * The lock, held by {@code connection}, on which no transaction is left open.
   *
   * @param schema where the version table is
   */
  static AdvisoryMigrationLock on(Connection connection, String schema) throws SQLException {
    boolean autoCommit = connection.getAutoCommit();
    connection.setAutoCommit(true);
    return new AdvisoryMigrationLock(connection, schema, autoCommit);
  }

  @Override
  public boolean tryAcquire() throws SQLException {
    held = ask("select pg_try_advisory_lock(" + key + ")").filter("t"::equals).isPresent();
    return held;
  }

  @Override
  public Optional<String> holder() throws SQLException {
    return ask(HOLDER.formatted(key));
  }

  @Override
  public void confirm() throws SQLException {
    ask("select 1"); // it lasts as long as the session that answers
  }

  private Optional<String> ask(String sql) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      try (ResultSet row = query.executeQuery()) {
        return row.next() ? Optional.ofNullable(row.getString(1)) : Optional.empty();
      }
    }
  }

  // The lock goes with the session: what cannot be unlocked is unlocked by closing, or is gone
  // already with a connection that was cut. The run's own outcome stands.
  @Override
  public void close() throws SQLException {
    try (connection) {
      if (held) {
        unlock();
      }
    }
  }

  private void unlock() {
    try {
      ask("select pg_advisory_unlock(" + key + ")");
      connection.setAutoCommit(autoCommitBefore);
    } catch (SQLException e) {
      held = false;
    }
  }
}
