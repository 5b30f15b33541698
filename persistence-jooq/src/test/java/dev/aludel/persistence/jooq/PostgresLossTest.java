package dev.aludel.persistence.jooq;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.aludel.persistence.SchemaPolicy;
import dev.aludel.persistence.Storage;
import dev.aludel.persistence.StorageConfig;
import dev.aludel.persistence.Storages;
import dev.aludel.persistence.jooq.ReportedWrites.Report;
import dev.aludel.test.FreshDatabase;
import dev.aludel.test.OwnPostgres;
import dev.aludel.test.RandomSeed;
import dev.aludel.test.TestPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * PostgreSQL takes all connections away from threads that write, or stops and starts again. {@code
 * -Daludel.terminations=N} and {@code -Daludel.restarts=N} say how often.
 */
final class PostgresLossTest {

  private static final int TERMINATIONS = Integer.getInteger("aludel.terminations", 15);
  private static final int RESTARTS = Integer.getInteger("aludel.restarts", 4);
  private static final int THREADS = 8;
  private static final long LONGEST_PAUSE = Duration.ofMillis(50).toNanos();

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<ReportedWrites> writes =
      IntStream.range(0, THREADS).mapToObj(n -> new ReportedWrites("thread " + n)).toList();
  private volatile boolean ended;

  @AfterEach
  void endThreads() {
    threads.shutdownNow();
  }

  private interface Loss {
    void happen(int number) throws SQLException;
  }

  @Test
  void everyReportIsTrue_whenAllConnectionsAreTerminatedOverAndOver() throws Exception {
    RandomGenerator random = RandomSeed.printed("PostgresLossTest terminations").random();
    try (FreshDatabase database = Templates.postgres().copy()) {
      workDuring(database, TERMINATIONS, random, number -> terminateAll(database));
    }
  }

  @Test
  void everyReportIsTrue_whenTheServerStopsAndStarts(@TempDir Path data) throws Exception {
    assumeTrue(TestPostgres.isEmbedded(), "servers cannot be started here");
    RandomGenerator random = RandomSeed.printed("PostgresLossTest restarts").random();
    try (OwnPostgres server = OwnPostgres.started(data)) {
      workDuring(
          server.freshDatabase(),
          RESTARTS,
          random,
          number -> {
            server.stop(number % 2 == 0 ? OwnPostgres.Stop.FAST : OwnPostgres.Stop.IMMEDIATE);
            server.start();
          });
    }
  }

  private void workDuring(FreshDatabase database, int losses, RandomGenerator random, Loss loss)
      throws Exception {
    StorageConfig config =
        StorageConfig.builder(database.url()).schemaPolicy(SchemaPolicy.UPGRADE).build();
    try (Storage storage = Storages.open(config)) {
      writes.forEach(thread -> thread.begin(storage));
      List<Future<?>> running = new ArrayList<>();
      writes.forEach(thread -> running.add(threads.submit(() -> workUntilTheEnd(storage, thread))));
      for (int number = 0; number < losses; number++) {
        awaitReports(THREADS);
        LockSupport.parkNanos(random.nextLong(LONGEST_PAUSE));
        loss.happen(number);
      }
      ended = true;
      for (Future<?> thread : running) {
        thread.get(60, SECONDS);
      }
      // The storage that lost everything works again, without being opened again.
      writes.forEach(thread -> thread.write(storage));
      writes.forEach(thread -> thread.assertTrue(storage));
    }
    assertThat(writes).allMatch(thread -> thread.count(Report.DONE) > 0);
  }

  private void awaitReports(int more) {
    int before = all();
    while (all() < before + more) {
      LockSupport.parkNanos(Duration.ofMillis(1).toNanos());
    }
  }

  private int all() {
    return Stream.of(Report.values()).mapToInt(this::count).sum();
  }

  private void workUntilTheEnd(Storage storage, ReportedWrites thread) {
    while (!ended) {
      thread.write(storage);
    }
  }

  private int count(Report report) {
    return writes.stream().mapToInt(thread -> thread.count(report)).sum();
  }

  static void terminateAll(FreshDatabase database) throws SQLException {
    try (Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "select pg_terminate_backend(pid) from pg_stat_activity"
              + " where datname = current_database() and pid <> pg_backend_pid()");
    }
  }
}
