package dev.aludel.migrations.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.migrations.run.TestDatabase.Kind;
import dev.aludel.migrations.run.UpgradeProcess.Hold;
import dev.aludel.test.RandomSeed;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * An upgrading process is killed, over and over, between its statements and inside them. {@code
 * -Daludel.kills=N} says how often.
 */
final class KillTest {
  private static final int KILLS = Integer.getInteger("aludel.kills", 100);

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(Kind.class)
  void upgrade_endsAsIfNothingHadHappened_whenItIsKilledOnTheWay(Kind kind) throws Exception {
    RandomGenerator random = RandomSeed.printed("KillTest " + kind).random();
    int kills = kind == Kind.SQLITE ? KILLS : Math.max(1, KILLS / 4);
    int inside = 0;
    MixedRevisions revisions = MixedRevisions.in(folder, kind);
    for (int done = 0; done < kills; ) {
      try (TestDatabase database = revisions.open()) {
        boolean finished = false;
        while (!finished && done < kills) {
          finished = runAndKill(database, revisions, random);
          inside += finished ? 0 : 1;
          done++;
          revisions.assertAtARevision(database);
        }
        revisions.migrator(database).build().upgrade();
        revisions.assertAtTheEnd(database);
      }
    }
    assertThat(inside).as("kills inside the run").isGreaterThanOrEqualTo(kills * 6 / 10);
  }

  /** Whether the run ended before it was killed. */
  private boolean runAndKill(
      TestDatabase database, MixedRevisions revisions, RandomGenerator random) throws Exception {
    Process process = UpgradeProcess.start(database.url(), revisions.scripts(), Hold.NEVER);
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      int statements = random.nextInt(1, 12);
      String line = reader.readLine();
      for (int i = 1; i < statements && line != null; i++) {
        line = reader.readLine();
      }
      LockSupport.parkNanos(random.nextLong(1_000_000));
      process.destroyForcibly().waitFor();
      return line == null || line.startsWith("done");
    }
  }
}
