package dev.aludel.persistence.jooq;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.domain.CorruptStorageException;
import dev.aludel.domain.PageRequest;
import dev.aludel.domain.SchemaNotCurrentException;
import dev.aludel.domain.StorageTimeoutException;
import dev.aludel.domain.StorageUnavailableException;
import dev.aludel.domain.TransientStorageException;
import dev.aludel.domain.conversation.Session;
import dev.aludel.migrations.Migrator;
import dev.aludel.migrations.database.DatabaseUrl;
import dev.aludel.persistence.Durability;
import dev.aludel.persistence.RetryPolicy;
import dev.aludel.persistence.SchemaPolicy;
import dev.aludel.persistence.Storage;
import dev.aludel.persistence.StorageConfig;
import dev.aludel.persistence.Storages;
import dev.aludel.persistence.jooq.statement.Access;
import dev.aludel.persistence.jooq.statement.ErrorTranslator.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SqliteFileConnectionsTest {

  private static final Session SESSION =
      Session.begun(new Session.Id("s"), "ada", Instant.ofEpochMilli(0));

  @TempDir private Path folder;

  private final ExecutorService others = Executors.newCachedThreadPool();

  @AfterEach
  void endOtherThreads() {
    others.shutdownNow();
  }

  private Path file() {
    return folder.resolve("a.db");
  }

  private StorageConfig.Builder config() {
    return StorageConfig.builder("sqlite:///" + file());
  }

  @ParameterizedTest
  @EnumSource(Durability.class)
  void everyConnection_hasEverySetting(Durability durability) throws SQLException {
    StorageConfig config =
        config().durability(durability).busyTimeout(Duration.ofMillis(1234)).build();
    try (SqliteFileConnections connections =
        SqliteFileConnections.open(DatabaseUrl.parse(config.url()), config)) {
      for (Access access : Access.values()) {
        assertThat(pragma(connections, access, "journal_mode")).isEqualTo("wal");
        assertThat(pragma(connections, access, "foreign_keys")).isEqualTo("1");
        assertThat(pragma(connections, access, "busy_timeout")).isEqualTo("1234");
        assertThat(pragma(connections, access, "synchronous"))
            .isEqualTo(durability == Durability.FULL ? "2" : "1");
      }
      assertThat(pragma(connections, Access.WRITE, "wal_autocheckpoint")).isEqualTo("8000");
    }
  }

  private static String pragma(SqliteFileConnections connections, Access access, String name)
      throws SQLException {
    try (SqliteTransaction borrowed = (SqliteTransaction) connections.borrow(access);
        Statement statement = borrowed.connection().jdbc().createStatement();
        ResultSet row = statement.executeQuery("pragma " + name)) {
      return row.getString(1);
    }
  }

  @Test
  void reader_cannotWrite() throws SQLException {
    StorageConfig config = config().build();
    try (SqliteFileConnections connections =
            SqliteFileConnections.open(DatabaseUrl.parse(config.url()), config);
        TransactionConnection reader = connections.borrow(Access.READ)) {
      assertThatThrownBy(() -> reader.execute("delete from sessions"))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("SQLITE_READONLY");
    }
  }

  @Test
  void close_leavesTheFileAlone() throws IOException {
    try (Storage storage = Storages.open(config().build())) {
      storage.sessions().insert(SESSION);
      assertThat(storage.sessions().count()).isEqualTo(1);
    }

    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .contains("a.db")
          .doesNotContain("a.db-wal", "a.db-shm");
    }
  }

  @Test
  void open_findsWhatWasStored_whenOpenedAgain() {
    try (Storage storage = Storages.open(config().build())) {
      storage.sessions().insert(SESSION);
    }

    try (Storage storage =
        Storages.open(config().schemaPolicy(SchemaPolicy.REQUIRE_CURRENT).build())) {
      assertThat(storage.sessions().get(SESSION.id())).isEqualTo(SESSION);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16le", "UTF-16be"})
  void texts_areRead_whateverTheEncodingOfTheFile(String encoding) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
        Statement statement = connection.createStatement()) {
      statement.execute("pragma encoding = '" + encoding + "'");
      statement.execute("create table theirs (x)");
    }
    Session named =
        Session.begun(
            SESSION.id(), "Ada λ \uD83D\uDE80 \u202Eright to left", Instant.ofEpochMilli(1));

    try (Storage storage = Storages.open(config().build())) {
      storage.sessions().insert(named);

      assertThat(storage.sessions().get(SESSION.id())).isEqualTo(named);
    }
  }

  @Test
  void open_refusesAndCreatesNothing_whenTheFolderIsMissing() {
    StorageConfig config = StorageConfig.of("sqlite:///" + folder.resolve("no/a.db"));

    assertThatThrownBy(() -> Storages.open(config))
        .isInstanceOf(StorageUnavailableException.class)
        .hasMessage(
            "Cannot open sqlite:///%s: %s does not exist. Create the folder, or name another file."
                .formatted(folder.resolve("no/a.db"), folder.resolve("no")));
    assertThat(folder).isEmptyDirectory();
  }

  @ParameterizedTest
  @EnumSource(
      value = SchemaPolicy.class,
      names = {"REQUIRE_CURRENT", "IGNORE"})
  void open_refusesAndCreatesNothing_whenTheFileIsMissing(SchemaPolicy policy) {
    StorageConfig config = config().schemaPolicy(policy).build();

    assertThatThrownBy(() -> Storages.open(config))
        .isInstanceOf(
            policy == SchemaPolicy.IGNORE
                ? StorageUnavailableException.class
                : SchemaNotCurrentException.class);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void open_refuses_whenTheSchemaIsOlder() {
    Migrator.builder().url(config().build().url()).bundled().build().upgrade("b1c2d3e4f5g6");
    StorageConfig config = config().schemaPolicy(SchemaPolicy.REQUIRE_CURRENT).build();

    assertThatThrownBy(() -> Storages.open(config))
        .isInstanceOf(SchemaNotCurrentException.class)
        .hasMessageStartingWith(
            "The schema of sqlite:///%s is not the one that this version of Aludel works with: it is at b1c2d3e4f5g6 and lacks "
                .formatted(file()))
        .hasMessageEndingWith(
            ". Run \"aludel upgrade heads\", or open it with the schema policy UPGRADE.");
  }

  @Test
  void open_upgrades_whenTheSchemaIsOlder() {
    Migrator.builder().url(config().build().url()).bundled().build().upgrade("b1c2d3e4f5g6");

    try (Storage storage = Storages.open(config().build())) {
      assertThat(storage.sessions().count()).isZero();
    }
  }

  @Test
  void open_refuses_whenTheFileIsNoDatabase() throws IOException {
    Files.writeString(file(), "no database, but long enough to be taken for one ".repeat(100));

    assertThatThrownBy(() -> Storages.open(config().build()))
        .isInstanceOf(StorageUnavailableException.class)
        .hasMessage(
            "Cannot open sqlite:///%s: the file is not a SQLite database. Name another file."
                .formatted(file()));
    assertThat(Files.readString(file())).startsWith("no database");
  }

  @Test
  void read_completes_whileAWriteBlockIsOpen() throws Exception {
    try (Storage storage = Storages.open(config().build())) {
      long seen =
          storage.write(
              tx -> {
                tx.sessions().insert(SESSION);
                return CompletableFuture.supplyAsync(() -> storage.sessions().count(), others)
                    .orTimeout(10, SECONDS)
                    .join();
              });

      assertThat(seen).isZero();
    }
  }

  @Test
  void write_waits_whileAnotherProcessHoldsTheLock() throws Exception {
    try (Storage storage = Storages.open(config().build());
        Connection other = DriverManager.getConnection("jdbc:sqlite:" + file());
        Statement statement = other.createStatement()) {
      statement.execute("begin immediate");
      Future<?> write = others.submit(() -> storage.sessions().insert(SESSION));
      Thread.sleep(500);
      assertThat(write.isDone()).isFalse();

      statement.execute("commit");

      write.get(10, SECONDS);
      assertThat(storage.sessions().count()).isEqualTo(1);
    }
  }

  @Test
  void write_isTransient_whenAnotherProcessHoldsTheLockTooLong() throws Exception {
    StorageConfig config =
        config().busyTimeout(Duration.ofMillis(50)).retryPolicy(RetryPolicy.NEVER).build();
    try (Storage storage = Storages.open(config);
        Connection other = DriverManager.getConnection("jdbc:sqlite:" + file());
        Statement statement = other.createStatement()) {
      statement.execute("begin immediate");

      assertThatThrownBy(() -> storage.sessions().insert(SESSION))
          .isInstanceOf(TransientStorageException.class);

      statement.execute("rollback");
      storage.sessions().insert(SESSION);
    }
  }

  @Test
  void write_timesOut_whenAnotherThreadKeepsTheWriter() throws Exception {
    StorageConfig config = config().connectionTimeout(Duration.ofMillis(50)).build();
    CountDownLatch started = new CountDownLatch(1);
    CountDownLatch end = new CountDownLatch(1);
    try (Storage storage = Storages.open(config)) {
      Future<Boolean> keeper =
          others.submit(
              () ->
                  storage.write(
                      tx -> {
                        started.countDown();
                        return await(end);
                      }));
      assertThat(await(started)).isTrue();

      assertThatThrownBy(() -> storage.sessions().insert(SESSION))
          .isInstanceOf(StorageTimeoutException.class)
          .hasMessage(
              "Waited PT0.05S for the writer of sqlite:///%s, and others still use it. Make blocks shorter, or raise the connection timeout."
                  .formatted(file()));

      end.countDown();
      assertThat(keeper.get(10, SECONDS)).isTrue();
      storage.sessions().insert(SESSION);
    }
  }

  @Test
  void statement_isStopped_whenItRunsTooLong() throws SQLException {
    StorageConfig config = config().statementTimeout(Duration.ofMillis(100)).build();
    try (SqliteFileConnections connections =
        SqliteFileConnections.open(DatabaseUrl.parse(config.url()), config)) {
      try (SqliteTransaction borrowed = (SqliteTransaction) connections.borrow(Access.READ)) {
        String endless =
            "with recursive n(i) as (select 1 union all select i + 1 from n) select count(*) from"
                + " n";
        PreparedStatement statement = borrowed.connection().take(endless);
        assertThatThrownBy(statement::executeQuery)
            .isInstanceOfSatisfying(
                SQLException.class,
                error ->
                    assertThat(new SqliteErrors("a").translate(error, Place.DATABASE))
                        .isInstanceOf(StorageTimeoutException.class));
        borrowed.connection().discard(statement);
      }
    }
  }

  @Test
  void read_refuses_whenAColumnHoldsWhatItsTypeDoesNot() throws SQLException {
    try (Storage storage = Storages.open(config().build());
        Connection other = DriverManager.getConnection("jdbc:sqlite:" + file());
        Statement statement = other.createStatement()) {
      statement.execute(
          "insert into sessions (id, user_id, created_time, updated_time, last_seq)"
              + " values ('s', 'ada', 'yesterday', 0, 0)");

      assertThatThrownBy(() -> storage.sessions().get(new Session.Id("s")))
          .isInstanceOf(CorruptStorageException.class)
          .hasMessage(
              "sessions.created_time of the row with id \"s\" holds something else, where a whole"
                  + " number is expected. Correct the row in the database.");
    }
  }

  @Test
  void read_refuses_whenAnIdIsEmpty() throws SQLException {
    try (Storage storage = Storages.open(config().build());
        Connection other = DriverManager.getConnection("jdbc:sqlite:" + file());
        Statement statement = other.createStatement()) {
      statement.execute(
          "insert into sessions (id, user_id, created_time, updated_time, last_seq)"
              + " values ('', 'ada', 0, 0, 0)");

      assertThatThrownBy(() -> storage.sessions().page(PageRequest.first(1)))
          .isInstanceOf(CorruptStorageException.class)
          .hasMessage(
              "sessions.id of the row with id \"\" holds a text without meaning, where another is"
                  + " expected. Correct the row in the database.")
          .hasRootCauseMessage("A session's id must not be empty.");
    }
  }

  private static boolean await(CountDownLatch latch) {
    try {
      return latch.await(20, SECONDS);
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }
}
