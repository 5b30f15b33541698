package dev.aludel.persistence.jooq;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.domain.BlocksCutException;
import dev.aludel.domain.StorageClosedException;
import dev.aludel.migrations.sql.DatabaseProduct;
import dev.aludel.persistence.RunningBlocks;
import dev.aludel.persistence.StorageConfig;
import dev.aludel.persistence.jooq.statement.Access;
import dev.aludel.persistence.jooq.statement.CompiledQuery;
import dev.aludel.persistence.jooq.statement.StatementCompiler;
import dev.aludel.persistence.testkit.TestDatabase;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A statement that would run for ever, in a block that is cut. */
final class CutStatementTest {

  private static final String ENDLESS =
      "(with recursive n(i) as (select 1 union all select i + 1 from n) select i from n)";

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch running = new CountDownLatch(1);

  @AfterEach
  void endThreads() {
    threads.shutdownNow();
  }

  @Test
  void close_stopsIt_onASqliteFile() throws Exception {
    assertStops(TestDatabases::sqliteFile);
  }

  @Test
  void close_stopsIt_inMemory() throws Exception {
    assertStops(TestDatabases::sqliteMemory);
  }

  @Test
  void close_stopsIt_onPostgres() throws Exception {
    assertStops(TestDatabases::postgres);
  }

  private void assertStops(Supplier<TestDatabase> kind) throws Exception {
    try (TestDatabase database = kind.get()) {
      StorageConfig config =
          StorageConfig.builder(database.url()).statementTimeout(Duration.ZERO).build();
      Connections connections = new WatchedConnections(JooqStorageProvider.connect(config), config);
      LeakWatch.opened(connections);
      TransactionRunner runner =
          new TransactionRunner(
              connections,
              new Ports(connections.product()),
              config.retryPolicy(),
              new RunningBlocks(connections.toString(), Clock.systemUTC()));
      Future<Long> block = threads.submit(() -> run(runner, endless(connections.product())));
      assertThat(running.await(20, SECONDS)).isTrue();

      assertThatThrownBy(() -> runner.close(Duration.ofMillis(200)))
          .isInstanceOf(BlocksCutException.class);

      assertThatThrownBy(() -> block.get(20, SECONDS))
          .hasCauseInstanceOf(StorageClosedException.class);
      assertThat(connections.usage()).isEqualTo(new Usage(0, 0, 0));
    }
  }

  private static CompiledQuery<Long> endless(DatabaseProduct product) {
    StatementCompiler compiler = new StatementCompiler(product);
    compiler.query(
        "endless",
        DSL.table("n"),
        compiler.dsl().select(DSL.count()).from(DSL.table(ENDLESS).as("n")));
    return compiler.statements().count("endless");
  }

  private long run(TransactionRunner runner, CompiledQuery<Long> query) {
    return runner.run(
        Access.READ,
        tx ->
            tx.read(
                run -> {
                  running.countDown();
                  return run.only(query);
                }));
  }
}
