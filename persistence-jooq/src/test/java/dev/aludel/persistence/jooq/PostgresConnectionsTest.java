package dev.aludel.persistence.jooq;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.aludel.domain.ConflictException;
import dev.aludel.domain.SchemaNotCurrentException;
import dev.aludel.domain.StorageTimeoutException;
import dev.aludel.domain.StorageUnavailableException;
import dev.aludel.domain.conversation.Session;
import dev.aludel.migrations.database.DatabaseUrl;
import dev.aludel.persistence.Durability;
import dev.aludel.persistence.Health;
import dev.aludel.persistence.SchemaPolicy;
import dev.aludel.persistence.Storage;
import dev.aludel.persistence.StorageConfig;
import dev.aludel.persistence.Storages;
import dev.aludel.persistence.jooq.statement.Access;
import dev.aludel.test.FreshDatabase;
import dev.aludel.test.TestPostgres;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class PostgresConnectionsTest {

  private static final Session SESSION =
      Session.begun(new Session.Id("s"), "ada", Instant.ofEpochMilli(0));

  private final FreshDatabase database = Templates.postgres().copy();

  @AfterEach
  void dropDatabase() {
    database.close();
  }

  private StorageConfig.Builder config() {
    return StorageConfig.builder(database.url()).schemaPolicy(SchemaPolicy.UPGRADE);
  }

  @Test
  void open_refusesAndCreatesNothing_whenTheSchemaIsNotThere() throws SQLException {
    try (FreshDatabase empty = TestPostgres.freshDatabase()) {
      assertThatThrownBy(() -> Storages.open(StorageConfig.of(empty.url())))
          .isInstanceOf(SchemaNotCurrentException.class)
          .hasMessageContaining("it is at no revision and lacks ")
          .hasMessageNotContaining(":postgres@");
      assertThat(one(empty, "select count(*) from pg_tables where schemaname = 'public'"))
          .isEqualTo("0");
    }
  }

  @Test
  void write_timesOut_whenAllConnectionsAreInUse() throws Exception {
    StorageConfig config = config().poolSize(1).connectionTimeout(Duration.ofMillis(300)).build();
    ExecutorService threads = Executors.newFixedThreadPool(1);
    CountDownLatch inside = new CountDownLatch(1);
    CountDownLatch tried = new CountDownLatch(1);
    try (Storage storage = Storages.open(config)) {
      Future<Boolean> holder =
          threads.submit(
              () ->
                  storage.read(
                      transaction -> {
                        inside.countDown();
                        return await(tried);
                      }));
      assertThat(await(inside)).isTrue();

      assertThatThrownBy(() -> storage.sessions().count())
          .isInstanceOf(StorageTimeoutException.class)
          .hasMessageEndingWith(
              ", and others still use them all. Make blocks shorter, or raise the pool size or the"
                  + " connection timeout.");
      tried.countDown();
      assertThat(holder.get(30, TimeUnit.SECONDS)).isTrue();
    } finally {
      threads.shutdownNow();
    }
  }

  private static boolean await(CountDownLatch latch) {
    try {
      return latch.await(30, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Test
  void open_leavesRowsOfOthersAlone_whenTheyShareTheVersionTable() throws SQLException {
    execute("drop schema public cascade");
    execute("create schema public");
    execute("create table alembic_version (version_num varchar(32) not null primary key)");
    execute("insert into alembic_version values ('theirs')");

    Storages.open(config().build()).close();

    assertThat(one("select count(*) from alembic_version where version_num = 'theirs'"))
        .isEqualTo("1");
    assertThat(one("select count(*) from sessions")).isEqualTo("0");
  }

  @Test
  void open_saysSoWithoutPassword_whenNobodyListens() {
    for (SchemaPolicy policy : SchemaPolicy.values()) {
      StorageConfig config =
          StorageConfig.builder("postgresql://ada:s3cret@localhost:1/a")
              .schemaPolicy(policy)
              .connectionTimeout(Duration.ofMillis(300))
              .build();

      Throwable error = catchThrowable(() -> Storages.open(config));

      assertThat(error)
          .isInstanceOf(StorageUnavailableException.class)
          .hasMessageContaining("postgresql://ada:***@localhost:1/a");
      assertThat(everythingSaid(error)).doesNotContain("s3cret");
    }
  }

  @Test
  void conflict_saysNoValue() {
    try (Storage storage = Storages.open(config().build())) {
      Session session = Session.begun(new Session.Id("se3cret id"), "ada", Instant.EPOCH);
      storage.sessions().insert(session);

      Throwable error = catchThrowable(() -> storage.sessions().insert(session));

      assertThat(error).isInstanceOf(ConflictException.class);
      assertThat(everythingSaid(error)).doesNotContain("se3cret");
    }
  }

  @Test
  void transactions_haveTheirIsolationAndAccess() throws SQLException {
    try (Storage storage = Storages.open(config().build());
        PostgresConnections connections = connections(config().build())) {
      assertThat(storage.sessions().count()).isZero();
      assertThat(setting(connections, Access.READ, "transaction_read_only")).isEqualTo("on");
      assertThat(setting(connections, Access.WRITE, "transaction_read_only")).isEqualTo("off");
      assertThat(setting(connections, Access.CHANGE, "transaction_read_only")).isEqualTo("off");
      assertThat(isolation(connections, Access.QUERY)).isEqualTo("read committed");
      assertThat(isolation(connections, Access.FETCH)).isEqualTo("read committed");
      assertThat(isolation(connections, Access.READ)).isEqualTo("repeatable read");
      assertThat(isolation(connections, Access.CHANGE)).isEqualTo("read committed");
      assertThat(isolation(connections, Access.WRITE)).isEqualTo("repeatable read");
      for (Access access : Access.values()) {
        assertThat(setting(connections, access, "statement_timeout")).isEqualTo("30s");
      }
    }
  }

  private static String isolation(PostgresConnections connections, Access access)
      throws SQLException {
    return setting(connections, access, "transaction_isolation");
  }

  @Test
  void readOnlyServer_isDownAndRefusesWhatWrites() throws SQLException {
    try (Storage storage = Storages.open(config().build())) {
      assertThat(storage.health().status()).isEqualTo(Health.Status.UP);
    }
    // As a standby does, which reads and takes no writes.
    execute("alter database " + database.name() + " set default_transaction_read_only = on");

    try (Storage storage = Storages.open(config().build())) {
      String told =
          "The server of %s takes no writes (SQLState 25006): is it a standby? Connect to the one that does."
              .formatted(shown());
      assertThat(storage.health().status()).isEqualTo(Health.Status.DOWN);
      assertThat(storage.health().error())
          .hasValueSatisfying(
              error ->
                  assertThat(error)
                      .isInstanceOf(StorageUnavailableException.class)
                      .hasMessage(told));
      assertThatThrownBy(() -> storage.sessions().insert(SESSION))
          .isInstanceOf(StorageUnavailableException.class)
          .hasMessage(told);
      assertThat(storage.sessions().count()).isZero();
    }
  }

  private String shown() {
    return database.url().replace(":postgres@", ":***@");
  }

  @Test
  void durability_makesCommitsWait_whenFull() throws SQLException {
    execute("alter database " + database.name() + " set synchronous_commit = off");

    try (PostgresConnections normal = connections(config().build());
        PostgresConnections full = connections(config().durability(Durability.FULL).build())) {
      assertThat(setting(normal, Access.WRITE, "synchronous_commit")).isEqualTo("off");
      assertThat(setting(full, Access.WRITE, "synchronous_commit")).isEqualTo("on");
    }
  }

  @Test
  void write_runsAgain_whenItsConnectionIsLostBeforeTheCommit() {
    AtomicInteger runs = new AtomicInteger();
    try (Storage storage = Storages.open(config().build())) {
      storage.write(
          tx -> {
            tx.sessions().insert(SESSION);
            if (runs.incrementAndGet() == 1) {
              terminateOthers();
            }
            return tx.sessions().count();
          });

      assertThat(runs).hasValue(2);
      assertThat(storage.sessions().count()).isEqualTo(1);
    }
  }

  @Test
  void query_isRunAgainOnANewConnection_whenAllAreLost() throws Exception {
    try (Storage storage = Storages.open(config().poolSize(8).build())) {
      storage.sessions().insert(SESSION);
      for (int loss = 0; loss < 3; loss++) {
        useAllConnections(storage, 8);
        terminateOthers();

        assertThat(storage.sessions().count()).isEqualTo(1);
      }
    }
  }

  // A connection that was used a moment ago is lent without a look at it.
  private static void useAllConnections(Storage storage, int connections) throws Exception {
    CyclicBarrier all = new CyclicBarrier(connections);
    ExecutorService threads = Executors.newFixedThreadPool(connections);
    try {
      List<Future<String>> blocks = new ArrayList<>();
      for (int thread = 0; thread < connections; thread++) {
        blocks.add(threads.submit(() -> storage.read(tx -> meet(all, tx.sessions().count()))));
      }
      for (Future<String> block : blocks) {
        block.get(30, SECONDS);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static String meet(CyclicBarrier all, long count) {
    try {
      all.await(30, SECONDS);
      return String.valueOf(count);
    } catch (InterruptedException | BrokenBarrierException | TimeoutException failure) {
      throw new AssertionError(failure);
    }
  }

  @Test
  void statement_isStopped_whenItWaitsTooLong() throws SQLException {
    StorageConfig config = config().statementTimeout(Duration.ofMillis(100)).build();
    try (Storage storage = Storages.open(config);
        Connection other = database.dataSource().getConnection();
        Statement statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute("lock table sessions in access exclusive mode");

      assertThatThrownBy(() -> storage.sessions().insert(SESSION))
          .isInstanceOf(StorageTimeoutException.class);

      other.rollback();
      storage.sessions().insert(SESSION);
    }
  }

  private static PostgresConnections connections(StorageConfig config) {
    return PostgresConnections.open(DatabaseUrl.parse(config.url()), config);
  }

  private static String setting(PostgresConnections connections, Access access, String name)
      throws SQLException {
    try (PostgresTransaction borrowed = (PostgresTransaction) connections.borrow(access)) {
      borrowed.begin();
      try (Statement statement = borrowed.jdbc().createStatement();
          var row = statement.executeQuery("show " + name)) {
        row.next();
        return row.getString(1);
      } finally {
        borrowed.rollbackTransaction();
      }
    }
  }

  private void terminateOthers() {
    try {
      execute(
          "select pg_terminate_backend(pid) from pg_stat_activity"
              + " where datname = current_database() and pid <> pg_backend_pid()");
    } catch (SQLException failure) {
      throw new AssertionError(failure);
    }
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private String one(String sql) throws SQLException {
    return one(database, sql);
  }

  private static String one(FreshDatabase database, String sql) throws SQLException {
    try (Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement();
        var row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }

  private static String everythingSaid(Throwable error) {
    StringWriter said = new StringWriter();
    error.printStackTrace(new PrintWriter(said));
    return said.toString();
  }
}
