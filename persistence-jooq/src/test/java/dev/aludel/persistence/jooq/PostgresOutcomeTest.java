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
