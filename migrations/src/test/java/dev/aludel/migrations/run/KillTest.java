package dev.aludel.migrations.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.migrations.Migrator;
import dev.aludel.migrations.run.TestDatabase.Kind;
import dev.aludel.migrations.run.UpgradeProcess.Hold;
import dev.aludel.test.RandomSeed;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * An upgrading process is killed, over and over, between its statements and inside them. {@code
 * -Daludel.kills=N} says how often.
 */
final class KillTest {
  private static final int REVISIONS = 30;
  private static final int KILLS = Integer.getInteger("aludel.kills", 100);

  @TempDir private Path folder;
  private Scripts scripts;

  @BeforeEach
  void writeScripts() throws IOException {
    scripts = new Scripts(Files.createDirectory(folder.resolve("revisions")));
    for (int i = 1; i <= REVISIONS; i++) {
      scripts.add("r" + i, i == 1 ? "base" : "r" + (i - 1), upgrade(i), "");
    }
  }

  /** By turns a new table with rows, a change of it that SQLite needs a rebuild for, and data. */
  private static String upgrade(int i) {
    int table = (i - 1) / 3;
    return switch (i % 3) {
      case 1 ->
          "create table t%1$d (id integer primary key, v text);\ncreate index i%1$d on t%1$d (v);\ninsert into t%1$d (id, v) values %2$s;"
              .formatted(table, rows());
      case 2 ->
          "alter table t%1$d alter column v set data type varchar(40);\nalter table t%1$d alter column v set default 'none';\nalter table t%1$d add constraint u%1$d unique (v);"
              .formatted(table);
      default ->
          "update t%1$d set v = 'changed ' || v;\ninsert into t%1$d (id) values (1000);"
              .formatted(table);
    };
  }

  private static String rows() {
    StringBuilder rows = new StringBuilder("(1, 'row 1')");
    for (int i = 2; i <= 300; i++) {
      rows.append(", (%d, 'row %d')".formatted(i, i));
    }
    return rows.toString();
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void upgrade_endsAsIfNothingHadHappened_whenItIsKilledOnTheWay(Kind kind) throws Exception {
    RandomGenerator random = RandomSeed.printed("KillTest " + kind).random();
    int kills = kind == Kind.SQLITE ? KILLS : Math.max(1, KILLS / 4);
    int inside = 0;
    List<String> undisturbed = undisturbed(kind);
    for (int done = 0; done < kills; ) {
      try (TestDatabase database = kind.open(Files.createTempDirectory(folder, "killed"))) {
        boolean finished = false;
        while (!finished && done < kills) {
          finished = runAndKill(database, random);
          inside += finished ? 0 : 1;
          done++;
          assertAtARevision(database, kind);
        }
        Migrator.builder().url(database.url()).scripts(scripts.folder()).build().upgrade();
        assertThat(state(database)).isEqualTo(undisturbed);
      }
    }
    assertThat(inside).as("kills inside the run").isGreaterThanOrEqualTo(kills * 6 / 10);
  }

  private List<String> undisturbed(Kind kind) throws IOException {
    try (TestDatabase database = kind.open(Files.createTempDirectory(folder, "undisturbed"))) {
      Migrator.builder().url(database.url()).scripts(scripts.folder()).build().upgrade();
      return state(database);
    }
  }

  /** Whether the run ended before it was killed. */
  private boolean runAndKill(TestDatabase database, RandomGenerator random) throws Exception {
    Process process = UpgradeProcess.start(database.url(), scripts.folder(), Hold.NEVER);
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

  private void assertAtARevision(TestDatabase database, Kind kind) {
    if (kind == Kind.SQLITE) {
      assertThat(database.query("pragma integrity_check")).containsExactly("ok");
    }
    List<String> tables = database.tables();
    List<String> rows =
        tables.contains("alembic_version")
            ? database.query("select version_num from alembic_version")
            : List.of();
    int revision = rows.isEmpty() ? 0 : Integer.parseInt(rows.get(0).substring(1));
    assertThat(tables).filteredOn(table -> table.matches("t\\d+")).hasSize((revision + 2) / 3);
    assertThat(tables).noneMatch(table -> table.startsWith("aludel_new"));
    if (revision > 0) {
      assertThat(database.query("select revision from aludel_journal order by sequence"))
          .hasSize(revision)
          .endsWith("r" + revision);
    }
  }

  /** The schema, the rows and the journal, as text. */
  private static List<String> state(TestDatabase database) {
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < REVISIONS / 3; i++) {
      all.append(
          database.query("select id || ' ' || coalesce(v, '-') from t%d order by id".formatted(i)));
    }
    all.append(database.query("select revision || checksum from aludel_journal order by sequence"));
    all.append(database.query("select version_num from alembic_version"));
    return List.of(all.toString(), String.join(" ", database.tables()));
  }
}
