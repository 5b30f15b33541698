package dev.aludel.persistence.jooq;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.domain.ConflictException;
import dev.aludel.domain.conversation.Session;
import dev.aludel.migrations.database.DatabaseUrl;
import dev.aludel.persistence.Storage;
import dev.aludel.persistence.StorageConfig;
import dev.aludel.persistence.testkit.TestDatabase;
import dev.aludel.test.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Single calls that write, made while another thread writes to the same SQLite file. */
@Timeout(60)
final class ServedCallsTest {

  /** No machine is so slow that it ends before the calls are done. */
  private static final Duration SERVICE = Duration.ofSeconds(30);

  private final TestDatabase database = TestDatabases.sqliteFile();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch inside = new CountDownLatch(1);
  private final CountDownLatch mayEnd = new CountDownLatch(1);
  private final Map<String, Integer> insertsByThread = new ConcurrentHashMap<>();

  @AfterEach
  void removeDatabase() {
    threads.shutdownNow();
    database.close();
  }

  @Test
  void callsThatWait_areDoneByTheWriter_eachAsATransactionOfItsOwn() throws Exception {
    try (Storage storage = open()) {
      storage.sessions().insert(session("there"));
      insertsByThread.clear();
      Future<?> writer = threads.submit(() -> holdOpen(storage));
      inside.await();
      Future<@Nullable Exception> first = call("first", () -> insert(storage, "a"));
      Future<@Nullable Exception> failing = call("failing", () -> insert(storage, "there"));
      Future<@Nullable Exception> last = call("last", () -> insert(storage, "b"));

      mayEnd.countDown();
      writer.get(30, SECONDS);

      assertThat(first.get(30, SECONDS)).isNull();
      assertThat(last.get(30, SECONDS)).isNull();
      Exception refused = failing.get(30, SECONDS);
      assertThat(refused).isInstanceOf(ConflictException.class);
      assertThat(List.of(refused.getStackTrace()))
          .as("the frames of the caller")
          .anyMatch(frame -> frame.getMethodName().equals("insert") && isHere(frame));
      assertThat(insertsByThread.get("writer")).as("the block's and the others'").isEqualTo(4);
      assertThat(insertsByThread).containsOnlyKeys("writer");
      assertThat(storage.sessions().count()).isEqualTo(4);
    }
  }

  private static boolean isHere(StackTraceElement frame) {
    return frame.getClassName().equals(ServedCallsTest.class.getName());
  }

  private Storage open() {
    StorageConfig config = config();
    DatabaseUrl url = DatabaseUrl.parse(config.url());
    return JooqStorageProvider.open(SqliteFileConnections.open(url, config, SERVICE), config);
  }

  private StorageConfig config() {
    Consumer<String> echo =
        sql -> {
          if (sql.startsWith("insert")) {
            insertsByThread.merge(Thread.currentThread().getName(), 1, Integer::sum);
          }
        };
    return StorageConfig.builder(database.url()).sqlEcho(echo).build();
  }

  private void holdOpen(Storage storage) {
    Thread.currentThread().setName("writer");
    storage.write(
        tx -> {
          tx.sessions().insert(session("block"));
          inside.countDown();
          try {
            assertThat(mayEnd.await(30, SECONDS)).isTrue();
          } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
          }
          return "";
        });
  }

  private static void insert(Storage storage, String id) {
    storage.sessions().insert(session(id));
  }

  /** What the call throws, made in a thread of this name that waits when this returns. */
  private Future<@Nullable Exception> call(String name, Runnable call) throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    Thread[] thread = new Thread[1];
    Future<@Nullable Exception> outcome =
        threads.submit(
            () -> {
              thread[0] = Thread.currentThread();
              thread[0].setName(name);
              begun.countDown();
              try {
                call.run();
                return null;
              } catch (RuntimeException thrown) {
                return thrown;
              }
            });
    begun.await();
    Waiting.until(
        name + " waits for the turn", () -> thread[0].getState() == Thread.State.TIMED_WAITING);
    return outcome;
  }

  private static Session session(String id) {
    return Session.begun(new Session.Id(id), "ada", Instant.EPOCH);
  }
}
