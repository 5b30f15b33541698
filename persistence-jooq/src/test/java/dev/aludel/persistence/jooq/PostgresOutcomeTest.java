package dev.aludel.persistence.jooq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.aludel.domain.OutcomeUnknownException;
import dev.aludel.domain.StorageUnavailableException;
import dev.aludel.domain.conversation.Session;
import dev.aludel.persistence.Health;
import dev.aludel.persistence.Storage;
import dev.aludel.persistence.StorageConfig;
import dev.aludel.persistence.Storages;
import dev.aludel.persistence.jooq.CuttingProxy.Cut;
import dev.aludel.test.FreshDatabase;
import dev.aludel.test.TestPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.util.PSQLException;

/** What is said when a connection is lost around its commit. */
final class PostgresOutcomeTest {

  private static final Session SESSION =
      Session.begun(new Session.Id("s"), "ada", Instant.ofEpochMilli(0));

  private final AtomicInteger runs = new AtomicInteger();
  private final FreshDatabase database = Templates.postgres().copy();
  private final CuttingProxy proxy = new CuttingProxy(database.url());

  @BeforeEach
  void requireReadableWire() {
    assumeTrue(TestPostgres.isEmbedded(), "the connection to another server may be encrypted");
  }

  @AfterEach
  void endDatabase() throws IOException {
    proxy.close();
    database.close();
  }

  private Storage open() {
    return Storages.open(StorageConfig.builder(proxy.url()).poolSize(1).build());
  }

  private void insertAndLoseTheCommit(Storage storage, Cut cut) {
    assertThatThrownBy(
            () ->
                storage.write(
                    tx -> {
                      runs.incrementAndGet();
                      tx.sessions().insert(SESSION);
                      proxy.cutNext(cut);
                      return "";
                    }))
        .isInstanceOf(OutcomeUnknownException.class)
        .hasMessage(
            "The connection to %s was lost after the commit was sent and before it was confirmed: all of the transaction is stored, or nothing. Read before writing it again."
                .formatted(proxy.url().replace(":postgres@", ":***@")));
    assertThat(runs).hasValue(1);
  }

  @Test
  void write_isUnknownAndNotRunAgain_whenItsCommitArrivedAndTheAnswerDidNot() {
    try (Storage storage = open()) {
      insertAndLoseTheCommit(storage, Cut.BEFORE_ANSWER);

      assertThat(storage.sessions().find(SESSION.id())).contains(SESSION);
    }
  }

  @Test
  void write_isUnknownAndNotRunAgain_whenItsCommitDidNotArrive() {
    try (Storage storage = open()) {
      insertAndLoseTheCommit(storage, Cut.BEFORE_REQUEST);

      assertThat(storage.sessions().find(SESSION.id())).isEmpty();
    }
  }

  @Test
  void write_isUnknownAndNotRunAgain_whenTheServerEndedTheSessionDuringItsCommit()
      throws SQLException {
    try (Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          """
          create function end_session() returns trigger language plpgsql as
          'begin perform pg_terminate_backend(pg_backend_pid()); return null; end'
          """);
      statement.execute(
          """
          create constraint trigger ends_session after insert on sessions
          deferrable initially deferred for each row execute function end_session()
          """);
    }
    try (Storage storage = open()) {
      assertThatThrownBy(
              () ->
                  storage.write(
                      tx -> {
                        runs.incrementAndGet();
                        tx.sessions().insert(SESSION);
                        return "";
                      }))
          .isInstanceOf(OutcomeUnknownException.class)
          .hasRootCauseInstanceOf(PSQLException.class);
      assertThat(runs).hasValue(1);
      assertThat(storage.sessions().find(SESSION.id())).isEmpty();
    }
  }

  /** A commit in which the server raises this; a cancelled wait for a standby is such a warning. */
  private void raiseInCommits(String level) throws SQLException {
    try (Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          """
          create function tell() returns trigger language plpgsql as
          'begin raise %s ''told''; return null; end'
          """
              .formatted(level));
      statement.execute(
          """
          create constraint trigger tells after insert on sessions
          deferrable initially deferred for each row execute function tell()
          """);
    }
  }

  @Test
  void write_isUnknown_whenItsCommitCameBackWithAWarning() throws SQLException {
    raiseInCommits("warning");
    try (Storage storage = open()) {
      assertThatThrownBy(() -> storage.sessions().insert(SESSION))
          .isInstanceOf(OutcomeUnknownException.class)
          .hasMessage(
              "The commit on %s came back with a warning (SQLState 01000): the transaction is stored there, and perhaps not on the standby that it had to wait for, which may take over without it. Read before writing it again."
                  .formatted(proxy.url().replace(":postgres@", ":***@")));
      assertThat(storage.sessions().find(SESSION.id())).contains(SESSION);
      assertThatThrownBy(
              () ->
                  storage.write(
                      tx -> {
                        runs.incrementAndGet();
                        tx.sessions().insert(other("t"));
                        return "";
                      }))
          .isInstanceOf(OutcomeUnknownException.class);
      assertThat(runs).hasValue(1);
    }
  }

  @Test
  void write_isDone_whenItsCommitCameBackWithANotice() throws SQLException {
    raiseInCommits("notice");
    try (Storage storage = open()) {
      storage.sessions().insert(SESSION);
      storage.sessions().insert(other("t"));

      assertThat(storage.sessions().count()).isEqualTo(2);
    }
  }

  private static Session other(String id) {
    return Session.begun(new Session.Id(id), "ada", Instant.ofEpochMilli(0));
  }

  @Test
  void commit_ends_whenTheHostVanishes() {
    StorageConfig config =
        StorageConfig.builder(proxy.url())
            .poolSize(1)
            .connectionTimeout(Duration.ofMillis(500))
            .statementTimeout(Duration.ofMillis(500))
            .build();
    try (Storage storage = Storages.open(config)) {
      long start = System.nanoTime();
      assertThatThrownBy(
              () ->
                  storage.write(
                      tx -> {
                        tx.sessions().insert(SESSION);
                        proxy.fallSilent();
                        return "";
                      }))
          .isInstanceOf(OutcomeUnknownException.class);

      // The statement timeout and 5 s, in whole seconds.
      assertThat(Duration.ofNanos(System.nanoTime() - start))
          .isBetween(Duration.ofSeconds(5), Duration.ofSeconds(30));
    }
  }

  @Test
  void commit_endsWhenTheUrlSays_whenTheHostVanishes() {
    StorageConfig config =
        StorageConfig.builder(proxy.url() + "?socketTimeout=1")
            .poolSize(1)
            .connectionTimeout(Duration.ofMillis(500))
            .build();
    try (Storage storage = Storages.open(config)) {
      long start = System.nanoTime();
      assertThatThrownBy(
              () ->
                  storage.write(
                      tx -> {
                        tx.sessions().insert(SESSION);
                        proxy.fallSilent();
                        return "";
                      }))
          .isInstanceOf(OutcomeUnknownException.class);

      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(25));
    }
  }

  @Test
  void read_isRunAgain_whenItsConnectionIsLostAtTheEnd() {
    try (Storage storage = open()) {
      long seen =
          storage.read(
              tx -> {
                long count = tx.sessions().count();
                if (runs.incrementAndGet() == 1) {
                  proxy.cutNext(Cut.BEFORE_ANSWER);
                }
                return count;
              });

      assertThat(seen).isZero();
      assertThat(runs).hasValue(2);
    }
  }

  @Test
  void calls_sayThatTheServerCannotBeReached_whenItIsGone() throws IOException {
    StorageConfig config =
        StorageConfig.builder(proxy.url())
            .poolSize(1)
            .connectionTimeout(Duration.ofMillis(500))
            .build();
    try (Storage storage = Storages.open(config)) {
      assertThat(storage.health().status()).isEqualTo(Health.Status.UP);
      proxy.close();

      assertThatThrownBy(() -> storage.sessions().insert(SESSION))
          .isInstanceOf(StorageUnavailableException.class)
          .hasMessageStartingWith("Cannot get a connection to postgresql://postgres:***@localhost:")
          .hasMessageEndingWith(". Check that the server runs, host, port, name and rights.");
      assertThat(storage.health().error())
          .hasValueSatisfying(
              error -> assertThat(error).isInstanceOf(StorageUnavailableException.class));
    }
  }
}
