package dev.aludel.migrations.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.migrations.run.TestDatabase.Kind;
import dev.aludel.migrations.run.UpgradeProcess.Hold;
import dev.aludel.test.RandomSeed;
import dev.aludel.test.Waiting;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * An upgrading process is killed, over and over, between its statements and inside them. {@code
 * -Daludel.kills=N} says how often; one that ended before does not count.
 */
final class KillTest {
  private static final int KILLS = Integer.getInteger("aludel.kills", 25);

  /** How a process ends that got SIGKILL. */
  private static final int KILLED = 128 + 9;

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(Kind.class)
  void upgrade_endsAsIfNothingHadHappened_whenItIsKilledOnTheWay(Kind kind) throws Exception {
    RandomGenerator random = RandomSeed.printed("KillTest " + kind).random();
    int inside = 0;
    MixedRevisions revisions = MixedRevisions.in(folder, kind);
    while (inside < KILLS) {
      try (TestDatabase database = revisions.open()) {
        boolean finished = false;
        while (!finished && inside < KILLS) {
          finished = runAndKill(kind, database, revisions, random);
          inside += finished ? 0 : 1;
          revisions.assertAtARevision(database);
        }
        revisions.migrator(database).build().upgrade();
        revisions.assertAtTheEnd(database);
      }
    }
  }

  /** Whether the run ended before it was killed; one that ended by its own fault fails the test. */
  private boolean runAndKill(
      Kind kind, TestDatabase database, MixedRevisions revisions, RandomGenerator random)
      throws Exception {
    Path errors = folder.resolve("errors");
    Process process =
        UpgradeProcess.prepare(database.url(), revisions.scripts(), Hold.NEVER)
            .redirectError(errors.toFile())
            .start();
    String last = killBetween(process, random.nextInt(1, 12), random.nextLong(1_000_000));
    assertThat(process.waitFor())
        .as("after \"%s\": %s", last, Files.readString(errors))
        .isIn(0, KILLED);
    if (kind == Kind.POSTGRESQL) {
      awaitNobody(database);
    }
    assertThat(last).matches("(executing|done) .+");
    return last.startsWith("done");
  }

  /** Kills a process some time after it has reported so much; returns what it reported last. */
  private static String killBetween(Process process, int reports, long nanoseconds)
      throws IOException {
    try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
      String last = "";
      int count = 0;
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        last = line;
        if (++count == reports) {
          LockSupport.parkNanos(nanoseconds);
          process
              .toHandle()
              .destroyForcibly(); // the process itself would close the reader's stream
        }
      }
      return last;
    }
  }

  // A server goes on for a moment with what a client asked for that is gone.
  private static void awaitNobody(TestDatabase database) {
    String others =
        "select pid from pg_stat_activity where datname = current_database()"
            + " and backend_type = 'client backend' and pid <> pg_backend_pid()";
    Waiting.until("nobody uses the database", () -> database.query(others).isEmpty());
  }
}
