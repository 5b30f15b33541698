package dev.aludel.persistence.jooq;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.domain.TransientStorageException;
import dev.aludel.domain.conversation.Session;
import dev.aludel.persistence.RetryPolicy;
import dev.aludel.persistence.Storage;
import dev.aludel.persistence.StorageConfig;
import dev.aludel.persistence.Storages;
import dev.aludel.persistence.testkit.TestDatabase;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A second process that writes to the same SQLite file. */
final class SqliteProcessesTest {

  private static final Duration HELD = Duration.ofSeconds(2);

  private final TestDatabase database = TestDatabases.sqliteFile();
  private final ExecutorService threads = Executors.newCachedThreadPool();

  @AfterEach
  void removeDatabase() {
    threads.shutdownNow();
    database.close();
  }

  @Test
  void writes_waitAndThenSucceed_whileAnotherProcessHoldsTheLock() throws Exception {
    try (Storage storage = Storages.open(StorageConfig.of(database.url()))) {
      Process other = holder(HELD);
      long start = System.nanoTime();
      List<Future<?>> writes = new ArrayList<>();
      for (int write = 0; write < 4; write++) {
        Session session = session("s" + write);
        writes.add(threads.submit(() -> storage.sessions().insert(session)));
      }

      assertThat(storage.sessions().count()).isZero();
      assertThat(writes).noneMatch(Future::isDone);
      for (Future<?> write : writes) {
        write.get(60, SECONDS);
      }
      // It began to hold a moment before it was heard to say so.
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(HELD.dividedBy(2));
      assertThat(storage.sessions().count()).isEqualTo(4);
      assertThat(other.waitFor()).isZero();
    }
  }

  @Test
  void write_isTransientAndSaysWhatToDo_whenAnotherProcessHoldsTheLockTooLong() throws Exception {
    StorageConfig config =
        StorageConfig.builder(database.url())
            .busyTimeout(Duration.ofMillis(100))
            .retryPolicy(RetryPolicy.NEVER)
            .build();
    try (Storage storage = Storages.open(config)) {
      Process other = holder(Duration.ofMinutes(1));

      assertThatThrownBy(() -> storage.sessions().insert(session("s")))
          .isInstanceOf(TransientStorageException.class)
          .hasMessage(
              "Another process holds the lock of %s longer than the busy timeout; nothing was written to the database. Try again, or raise the busy timeout."
                  .formatted(database.url()));

      // A process that is killed leaves no lock.
      other.destroyForcibly().waitFor();
      storage.sessions().insert(session("s"));
    }
  }

  private Process holder(Duration time) throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                LockHolder.class.getName(),
                database.url(),
                String.valueOf(time.toMillis()))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    BufferedReader said = new BufferedReader(process.inputReader(UTF_8));
    assertThat(said.readLine()).isEqualTo(LockHolder.HELD);
    return process;
  }

  private static Session session(String id) {
    return Session.begun(new Session.Id(id), "ada", Instant.EPOCH);
  }
}
