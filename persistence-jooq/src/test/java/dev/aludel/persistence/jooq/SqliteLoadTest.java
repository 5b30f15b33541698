package dev.aludel.persistence.jooq;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.domain.conversation.Session;
import dev.aludel.persistence.Storage;
import dev.aludel.persistence.StorageConfig;
import dev.aludel.persistence.Storages;
import dev.aludel.persistence.Transaction;
import dev.aludel.persistence.testkit.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * 16 threads that write and 16 that read one file, with a write block that is held open again and
 * again; {@code -Daludel.load.seconds=N} says for how long.
 */
final class SqliteLoadTest {

  private static final int THREADS = 16;
  private static final Duration LOAD =
      Duration.ofSeconds(Integer.getInteger("aludel.load.seconds", 30));
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Session.Id COUNTER = new Session.Id("counter");

  private final TestDatabase database = TestDatabases.sqliteFile();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final AtomicIntegerArray written = new AtomicIntegerArray(THREADS);
  private final AtomicIntegerArray read = new AtomicIntegerArray(THREADS);
  private volatile boolean reading = true;
  private final long end = System.nanoTime() + LOAD.toNanos();

  @AfterEach
  void removeDatabase() {
    threads.shutdownNow();
    database.close();
  }

  @Test
  void everyWriteIsThereAndEveryReadCompletes_whenAllUseOneFile() throws Exception {
    try (Storage storage = Storages.open(StorageConfig.of(database.url()))) {
      storage.sessions().insert(counter(0));
      List<Future<?>> running = new ArrayList<>();
      for (int number = 0; number < THREADS; number++) {
        int thread = number;
        running.add(threads.submit(() -> write(storage, thread)));
        running.add(threads.submit(() -> read(storage, thread)));
      }
      int held = holdOpenAgainAndAgain(storage);
      for (Future<?> thread : running) {
        thread.get(PATIENCE.toSeconds(), SECONDS);
      }

      int all = IntStream.range(0, THREADS).map(written::get).sum();
      assertThat(held).isPositive();
      assertThat(IntStream.range(0, THREADS).map(written::get)).allMatch(count -> count > 0);
      assertThat(storage.sessions().get(COUNTER)).isEqualTo(counter(all));
      assertThat(storage.sessions().count()).isEqualTo(1 + 2 * all + held);
    }
  }

  private int holdOpenAgainAndAgain(Storage storage) {
    int held = 0;
    try {
      while (System.nanoTime() < end) {
        int hold = held++;
        storage.write(tx -> holdOpenWhileAllRead(tx, hold));
        LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
      }
      return held;
    } finally {
      reading = false;
    }
  }

  // The counter loses an update when two blocks read the same; the row says which write is lost.
  private void write(Storage storage, int thread) {
    while (System.nanoTime() < end) {
      String id = "%d/%d".formatted(thread, written.get(thread));
      storage.write(
          tx -> {
            int count = Integer.parseInt(tx.sessions().get(COUNTER).userId());
            tx.sessions().update(counter(count + 1));
            tx.sessions().insert(session(id));
            return "";
          });
      storage.sessions().insert(session("single " + id));
      written.incrementAndGet(thread);
    }
  }

  private void read(Storage storage, int thread) {
    while (reading) {
      storage.read(
          tx -> {
            Session first = tx.sessions().get(COUNTER);
            assertThat(tx.sessions().get(COUNTER)).isEqualTo(first);
            return "";
          });
      assertThat(storage.sessions().find(COUNTER)).isPresent();
      read.incrementAndGet(thread);
    }
  }

  // Two further reads: the first may have begun before.
  private String holdOpenWhileAllRead(Transaction tx, int hold) {
    tx.sessions().insert(session("hold " + hold));
    int[] before = IntStream.range(0, THREADS).map(read::get).toArray();
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (IntStream.range(0, THREADS).anyMatch(n -> read.get(n) < before[n] + 2)) {
      assertThat(System.nanoTime()).isLessThan(deadline);
      LockSupport.parkNanos(Duration.ofMillis(1).toNanos());
    }
    return "";
  }

  private static Session counter(int count) {
    return Session.begun(COUNTER, String.valueOf(count), Instant.EPOCH);
  }

  private static Session session(String id) {
    return Session.begun(new Session.Id(id), "ada", Instant.EPOCH);
  }
}
