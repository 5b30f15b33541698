package dev.aludel.migrations.run;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.aludel.migrations.plan.Step;
import dev.aludel.migrations.revision.MigrationException;
import dev.aludel.migrations.run.TestDatabase.Kind;
import dev.aludel.migrations.script.ScriptStatement;
import dev.aludel.test.OwnPostgres;
import dev.aludel.test.RandomSeed;
import dev.aludel.test.TestPostgres;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * PostgreSQL takes its connections away from an upgrade, over and over, between its statements and
 * inside them. {@code -Daludel.terminations=N} and {@code -Daludel.restarts=N} say how often; a run
 * that ended before does not count.
 */
final class ConnectionLossTest {
  private static final int TERMINATIONS = Integer.getInteger("aludel.terminations", 8);
  private static final int RESTARTS = Integer.getInteger("aludel.restarts", 3);

  private static final String CONNECTIONS =
      "select pid from pg_stat_activity where application_name = 'aludel' and datname ="
          + " current_database() order by backend_start";

  @TempDir private Path folder;

  /** Does something at a random moment of a run, beside it or while it waits for that. */
  private static final class Disturbance implements MigrationListener {
    private final Runnable deed;
    private final boolean between;
    private final long nanos;
    private int statements;
    private CompletableFuture<Void> done = CompletableFuture.completedFuture(null);

    Disturbance(RandomGenerator random, Runnable deed) {
      this.deed = deed;
      this.statements = random.nextInt(1, 12);
      this.between = random.nextBoolean();
      this.nanos = random.nextLong(3_000_000);
    }

    @Override
    public void executing(Step step, ScriptStatement statement) {
      statements--;
      if (statements == 0) {
        done =
            CompletableFuture.runAsync(
                () -> {
                  LockSupport.parkNanos(nanos);
                  deed.run();
                });
        if (between) {
          done.join();
        }
      }
    }

    /** Whether the run got so far. */
    boolean happened() {
      return statements <= 0;
    }
  }

  /** Whether the run ended before its connections did. */
  private static boolean runDisturbed(
      MixedRevisions revisions, TestDatabase database, Disturbance disturbance) {
    try {
      revisions.migrator(database).listener(disturbance).build().upgrade();
      return true;
    } catch (MigrationException e) {
      return false;
    } finally {
      disturbance.done.join();
    }
  }

  @Test
  void upgrade_endsAsIfNothingHadHappened_whenItsConnectionsAreTerminated() throws Exception {
    RandomGenerator random = RandomSeed.printed("ConnectionLossTest terminations").random();
    MixedRevisions revisions = MixedRevisions.in(folder, Kind.POSTGRESQL);
    int inside = 0;
    while (inside < TERMINATIONS) {
      try (TestDatabase database = revisions.open()) {
        boolean finished = false;
        while (!finished && inside < TERMINATIONS) {
          finished =
              runDisturbed(
                  revisions, database, new Disturbance(random, () -> terminate(database, random)));
          inside += finished ? 0 : 1;
          revisions.assertAtARevision(database);
        }
        revisions.migrator(database).build().upgrade();
        revisions.assertAtTheEnd(database);
      }
    }
  }

  /** Ends one connection of the run or all: the one that holds the lock is among them. */
  private static void terminate(TestDatabase database, RandomGenerator random) {
    List<String> connections = database.query(CONNECTIONS);
    String ended =
        connections.isEmpty() || random.nextInt(3) == 0
            ? String.join(", ", connections)
            : connections.get(random.nextInt(connections.size()));
    if (!ended.isEmpty()) {
      database.query(
          "select pg_terminate_backend(pid) from unnest(array[%s]) as pid".formatted(ended));
    }
  }

  @Test
  void upgrade_endsAsIfNothingHadHappened_whenItsServerStopsAndStarts(@TempDir Path data)
      throws Exception {
    assumeTrue(TestPostgres.isEmbedded(), "servers cannot be started here");
    RandomGenerator random = RandomSeed.printed("ConnectionLossTest restarts").random();
    MixedRevisions revisions = MixedRevisions.in(folder, Kind.POSTGRESQL);
    int inside = 0;
    try (OwnPostgres server = OwnPostgres.started(data)) {
      TestDatabase database = TestDatabase.of(server.freshDatabase());
      while (inside < RESTARTS) {
        OwnPostgres.Stop stop =
            inside % 2 == 0 ? OwnPostgres.Stop.FAST : OwnPostgres.Stop.IMMEDIATE;
        Disturbance disturbance = new Disturbance(random, () -> server.stop(stop));
        boolean finished = runDisturbed(revisions, database, disturbance);
        if (disturbance.happened()) {
          server.start();
        }
        revisions.assertAtARevision(database);
        if (finished) {
          revisions.assertAtTheEnd(database);
          database = TestDatabase.of(server.freshDatabase());
        } else {
          inside++;
        }
      }
      revisions.migrator(database).build().upgrade();
      revisions.assertAtTheEnd(database);
    }
  }
}
