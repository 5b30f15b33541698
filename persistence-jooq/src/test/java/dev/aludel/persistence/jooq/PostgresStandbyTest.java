package dev.aludel.persistence.jooq;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.aludel.domain.OutcomeUnknownException;
import dev.aludel.domain.conversation.ChatMessage;
import dev.aludel.domain.conversation.NewMessage;
import dev.aludel.domain.conversation.Session;
import dev.aludel.persistence.SchemaPolicy;
import dev.aludel.persistence.Storage;
import dev.aludel.persistence.StorageConfig;
import dev.aludel.persistence.Storages;
import dev.aludel.test.FreshDatabase;
import dev.aludel.test.OwnPostgres;
import dev.aludel.test.TestPostgres;
import dev.aludel.test.Waiting;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server whose commits wait for a standby that never comes: somebody ends the wait. */
final class PostgresStandbyTest {
  private static final Session SESSION =
      Session.begun(new Session.Id("s"), "ada", Instant.ofEpochMilli(0));
  private static final String CANCEL =
      "select pg_cancel_backend(pid) from pg_stat_activity where wait_event = 'SyncRep'";

  private final ExecutorService thread = Executors.newSingleThreadExecutor();
  @TempDir private Path data;

  @BeforeEach
  void requireServer() {
    assumeTrue(TestPostgres.isEmbedded(), "servers cannot be started here");
  }

  @AfterEach
  void endThread() {
    thread.shutdownNow();
  }

  @Test
  void commit_isNeverToldAsDone_whenItsWaitForAStandbyIsCancelled() throws Exception {
    try (OwnPostgres server = OwnPostgres.started(data)) {
      FreshDatabase database = server.freshDatabase();
      StorageConfig config =
          StorageConfig.builder(database.url()).schemaPolicy(SchemaPolicy.UPGRADE).build();
      try (Storage storage = Storages.open(config)) {
        storage.sessions().insert(SESSION);
        waitForAStandby(database);

        for (Runnable write :
            List.<Runnable>of(
                () -> append(storage, "one statement"),
                () -> storage.write(tx -> tx.messages().append(SESSION.id(), messages("block"))),
                () -> storage.sessions().touch(SESSION.id(), Instant.ofEpochMilli(1)))) {
          assertUnknown(database, thread.submit(write));
        }
        assertThat(storage.messages().last(SESSION.id(), 2))
            .extracting(ChatMessage::text)
            .containsExactly("one statement", "block");
      }
    }
  }

  // The server learns of its setting a moment after it is asked to.
  private void waitForAStandby(FreshDatabase database) {
    run(database, "alter system set synchronous_standby_names = 'absent'");
    run(database, "select pg_reload_conf()");
    Future<?> appends =
        thread.submit(
            () -> {
              while (!Thread.currentThread().isInterrupted()) {
                run(database, "comment on schema public is 'waits'");
              }
            });
    Waiting.until("a commit waits", () -> run(database, CANCEL));
    appends.cancel(true);
    Waiting.until("no commit waits", () -> !run(database, CANCEL));
  }

  private static void assertUnknown(FreshDatabase database, Future<?> write) {
    Waiting.until("the commit waits", () -> run(database, CANCEL));
    assertThatThrownBy(() -> write.get(60, SECONDS))
        .isInstanceOf(ExecutionException.class)
        .cause()
        .isInstanceOf(OutcomeUnknownException.class)
        .hasMessageContaining("came back with a warning (SQLState 01000)");
  }

  private static void append(Storage storage, String content) {
    storage.messages().append(SESSION.id(), messages(content));
  }

  private static List<NewMessage> messages(String content) {
    return List.of(new NewMessage(new ChatMessage.Id(content), content, null, null, Instant.EPOCH));
  }

  /** Whether the statement answers with a row. */
  private static boolean run(FreshDatabase database, String sql) {
    try (Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      if (!statement.execute(sql)) {
        return false;
      }
      try (ResultSet rows = statement.getResultSet()) {
        return rows.next();
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
