package dev.aludel.persistence.jooq;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import dev.aludel.domain.StorageUnavailableException;
import dev.aludel.domain.TransientStorageException;
import dev.aludel.migrations.database.DatabaseUrl;
import dev.aludel.migrations.sql.DatabaseProduct;
import dev.aludel.persistence.Capability;
import dev.aludel.persistence.Durability;
import dev.aludel.persistence.SchemaPolicy;
import dev.aludel.persistence.StorageConfig;
import dev.aludel.persistence.jooq.statement.Access;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** A PostgreSQL database behind a pool of HikariCP. */
final class PostgresConnections implements Connections {

  // HikariCP takes 0 for "for ever" and refuses anything shorter than this.
  private static final Duration SHORTEST_TIMEOUT = Duration.ofMillis(250);
  private static final Duration ANSWER_TIME = Duration.ofSeconds(5);
  private static final Duration KEEP_ALIVE = Duration.ofMinutes(2);

  /**
   * Lists go by an index in their order: a plan is kept while tables grow, and one that sorts what
   * a few rows made cheap would sort all rows of a long list for each of its pages. What has to
   * sort looks so dear then that the server would compile it, which takes longer than to run it.
   */
  static final String PLANNING = "set enable_sort = off; set jit = off";

  private final DatabaseUrl url;
  private final StorageConfig config;
  private final PostgresErrors errors;
  private final HikariDataSource pool;
  private final AtomicInteger renewals = new AtomicInteger();
  private final AtomicInteger lent = new AtomicInteger();
  private final AtomicInteger statements = new AtomicInteger();

  private PostgresConnections(DatabaseUrl url, StorageConfig config, PostgresErrors errors) {
    this.url = url;
    this.config = config;
    this.errors = errors;
    this.pool = new HikariDataSource(settings(url, config));
  }

  static PostgresConnections open(DatabaseUrl url, StorageConfig config) {
    SchemaOnOpen.of(config, url).see(config.schemaPolicy().orElse(SchemaPolicy.REQUIRE_CURRENT));
    PostgresErrors errors = new PostgresErrors(url.toString());
    try {
      return new PostgresConnections(url, config, errors);
    } catch (PoolInitializationException failure) {
      throw failure.getCause() instanceof SQLException error
          ? errors.noConnection(error)
          : new StorageUnavailableException(
              "Cannot get a connection to %s. See the cause.".formatted(url), failure);
    }
  }

  private static HikariConfig settings(DatabaseUrl url, StorageConfig config) {
    HikariConfig settings = new HikariConfig();
    settings.setPoolName("aludel");
    settings.setJdbcUrl(url.jdbcUrl());
    settings.addDataSourceProperty("ApplicationName", "aludel");
    settings.addDataSourceProperty("tcpKeepAlive", "true");
    // Many inserts of a batch become one with many rows, which takes half as long.
    settings.addDataSourceProperty("reWriteBatchedInserts", "true");
    socketTimeout(config)
        .ifPresent(seconds -> settings.addDataSourceProperty("socketTimeout", seconds));
    // The details of a server's error hold values, which belong into no message unasked.
    settings.addDataSourceProperty("logServerErrorDetail", "false");
    url.properties().forEach(settings::addDataSourceProperty);
    settings.setMaximumPoolSize(config.poolSize());
    settings.setConnectionTimeout(
        Math.max(SHORTEST_TIMEOUT.toMillis(), config.connectionTimeout().toMillis()));
    settings.setKeepaliveTime(KEEP_ALIVE.toMillis());
    settings.setAutoCommit(false);
    // Else the transaction of the initial SQL stays open and the next one begins inside it.
    settings.setIsolateInternalQueries(true);
    // Blocks and what else needs one snapshot say so when they begin.
    settings.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
    settings.setConnectionInitSql(initialSql(config));
    return settings;
  }

  // A host that vanishes sends nothing, no end of the connection either: without this a call waits
  // for ever. The server itself answers in the statement timeout. What the URL says comes after.
  private static Optional<String> socketTimeout(StorageConfig config) {
    Duration limit = config.statementTimeout();
    return limit.isZero()
        ? Optional.empty()
        : Optional.of(String.valueOf(limit.plus(ANSWER_TIME).plusMillis(999).toSeconds()));
  }

  private static String initialSql(StorageConfig config) {
    String settings =
        PLANNING + "; set statement_timeout = " + config.statementTimeout().toMillis();
    return config.durability() == Durability.FULL
        ? settings
            // Whatever is stronger than "on" stays.
            + "; select set_config('synchronous_commit', 'on', false)"
            + " where current_setting('synchronous_commit') in ('off', 'local')"
        : settings;
  }

  @Override
  public DatabaseProduct product() {
    return DatabaseProduct.POSTGRESQL;
  }

  @Override
  public Set<Capability> capabilities() {
    return Set.of(Capability.READERS_BESIDE_WRITER, Capability.DURABLE);
  }

  @Override
  public TransactionConnection borrow(Access access) {
    try {
      Connection connection = pool.getConnection();
      lent.incrementAndGet();
      return new PostgresTransaction(
          connection,
          new PostgresStatements(connection, statements),
          access,
          errors,
          config.sqlEcho().orElse(sql -> {}),
          new Lender(renewals.get()));
    } catch (SQLException error) {
      throw lent.get() < config.poolSize()
          ? errors.noConnection(error)
          : errors.noFreeConnection(error);
    }
  }

  /** Takes one connection back. */
  private final class Lender implements PostgresTransaction.Owner {

    private final int renewal;

    /**
     * @param renewal how often all connections had been renewed when this one was lent
     */
    Lender(int renewal) {
      this.renewal = renewal;
    }

    @Override
    public void giveBack(Connection connection) {
      lent.decrementAndGet();
      try {
        connection.close();
      } catch (SQLException | RuntimeException broken) {
        // What the transaction came to is decided: an error now would have it run a second time.
        // HikariCP throws a NullPointerException when the pool is closed at the same moment.
        discard(connection);
      }
    }

    // Where one connection broke the others may be broken too, which the pool does not look at when
    // they were used a moment ago: all are renewed, so that the next try does not meet the next
    // one. Once: those that broke together are not to renew what is new already.
    @Override
    public void discard(Connection connection) {
      pool.evictConnection(connection);
      if (renewals.compareAndSet(renewal, renewal + 1)) {
        pool.getHikariPoolMXBean().softEvictConnections();
      }
    }
  }

  @Override
  public Repetition.Reason reason(TransientStorageException failure) {
    return PostgresErrors.reason(failure);
  }

  @Override
  public Usage usage() {
    return new Usage(
        pool.getHikariPoolMXBean().getTotalConnections(), lent.get(), statements.get());
  }

  @Override
  public void close() {
    pool.close();
  }

  @Override
  public String toString() {
    return url.toString();
  }
}
