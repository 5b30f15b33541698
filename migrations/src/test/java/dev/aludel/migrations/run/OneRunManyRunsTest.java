package dev.aludel.migrations.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.migrations.Migrator;
import dev.aludel.migrations.MigratorBuilder;
import dev.aludel.migrations.run.RunSettings.Transactions;
import dev.aludel.migrations.run.TestDatabase.Kind;
import dev.aludel.test.RandomSeed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever scripts do to the session: one run, many runs and a script for others do the same. */
final class OneRunManyRunsTest {
  private static final int LISTS = 3;
  private static final int REVISIONS = 4;

  @TempDir private Path folder;

  private Scripts scripts(Kind kind) throws IOException {
    Scripts scripts = new Scripts(Files.createTempDirectory(folder, "revisions"));
    return write(scripts, kind, "r0", "base", SessionChange.ground(kind));
  }

  private static Scripts write(
      Scripts scripts, Kind kind, String id, String revises, String statements) throws IOException {
    Files.writeString(
        scripts.folder().resolve(id + ".sql"),
        "--@ revision %s\n--@ revises %s\n--@ upgrade %s\n%s"
            .formatted(id, revises, kind == Kind.SQLITE ? "sqlite" : "postgresql", statements));
    return scripts;
  }

  private static String body(Kind kind, String id, List<String> changes) {
    String ends = changes.isEmpty() ? "" : String.join(";\n", changes) + ";\n";
    return SessionChange.look(kind, id) + ends;
  }

  private Scripts random(Kind kind, RandomGenerator random) throws IOException {
    Scripts scripts = scripts(kind);
    for (int i = 1; i <= REVISIONS; i++) {
      String id = "r" + i;
      write(scripts, kind, id, "r" + (i - 1), body(kind, id, SessionChange.some(kind, random)));
    }
    return scripts;
  }

  private static MigratorBuilder migrator(TestDatabase database, Scripts scripts) {
    return Migrator.builder().url(database.url()).scripts(scripts.folder());
  }

  private TestDatabase fresh(Kind kind) throws IOException {
    TestDatabase database = kind.open(Files.createTempDirectory(folder, "d"));
    if (kind == Kind.POSTGRESQL) {
      database.execute(
          "do $$ begin create role session_writer; exception when duplicate_object or"
              + " unique_violation then null; end $$");
    }
    return database;
  }

  private static List<String> content(TestDatabase database, Kind kind) {
    List<String> content = new ArrayList<>(Snapshot.of(database, kind));
    if (kind == Kind.POSTGRESQL) {
      content.addAll(
          database.query(
              "select 'of all schemas ' || schemaname || '.' || tablename || ' of ' || tableowner"
                  + " from pg_tables where schemaname not in ('pg_catalog', 'information_schema')"
                  + " order by 1"));
    }
    return content;
  }

  private List<String> inManyRuns(Kind kind, Scripts scripts) throws IOException {
    try (TestDatabase database = fresh(kind)) {
      int all = scripts.folder().toFile().list().length;
      for (int i = 0; i < all; i++) {
        migrator(database, scripts).build().upgrade("r" + i);
      }
      return content(database, kind);
    }
  }

  private List<String> inOneRun(Kind kind, Scripts scripts, Transactions transactions)
      throws IOException {
    try (TestDatabase database = fresh(kind)) {
      migrator(database, scripts).transactions(transactions).build().upgrade();
      return content(database, kind);
    }
  }

  private List<String> byScript(ScriptRun run, Scripts scripts) throws IOException {
    try (TestDatabase database = fresh(run.kind())) {
      StringBuilder sql = new StringBuilder();
      migrator(database, scripts).build().upgradeSql(OfflineOptions.ANY_VERSION, sql, "heads");
      ScriptRun.Outcome outcome = run.run(database, sql.toString());
      assertThat(outcome.failed()).as(outcome.said()).isFalse();
      return content(database, run.kind());
    }
  }

  private static void refuseTraces(Kind kind, List<String> content) {
    List<String> expected =
        kind == Kind.SQLITE
            ? List.of("like 1", "recursive 0", "checks 0", "query 0", "locking normal")
            : List.of("temporary 0", "lock 0");
    for (String look : expected) {
      assertThat(content).as(look).anyMatch(line -> line.contains(look));
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void oneRun_givesWhatManyRunsGive_whateverScriptsDoToTheSession(Kind kind) throws IOException {
    RandomGenerator random = RandomSeed.printed("OneRunManyRunsTest").random();
    for (int i = 0; i < LISTS; i++) {
      Scripts scripts = random(kind, random);
      assertThat(inOneRun(kind, scripts, Transactions.ONE_FOR_EACH_REVISION))
          .isEqualTo(inManyRuns(kind, scripts));
    }
  }

  @ParameterizedTest
  @EnumSource(ScriptRun.class)
  void scriptForOthers_givesWhatManyRunsGive_whateverScriptsDoToTheSession(ScriptRun run)
      throws IOException {
    RandomGenerator random = RandomSeed.printed("OneRunManyRunsTest").random();
    for (int i = 0; i < LISTS; i++) {
      Scripts scripts = random(run.kind(), random);
      assertThat(byScript(run, scripts)).isEqualTo(inManyRuns(run.kind(), scripts));
    }
  }

  private Scripts each(Kind kind) throws IOException {
    Scripts scripts = scripts(kind);
    List<String> changes = SessionChange.all(kind);
    for (int i = 1; i <= changes.size(); i++) {
      write(
          scripts, kind, "r" + i, "r" + (i - 1), body(kind, "r" + i, List.of(changes.get(i - 1))));
    }
    return scripts;
  }

  /** Each alone: what a list at random may miss. */
  @ParameterizedTest
  @EnumSource(Kind.class)
  void oneRun_showsNoTraceOfTheRevisionBefore_forEachChangeKnown(Kind kind) throws IOException {
    Scripts scripts = each(kind);
    List<String> content = inOneRun(kind, scripts, Transactions.ONE_FOR_EACH_REVISION);
    refuseTraces(kind, content);
    assertThat(content).isEqualTo(inManyRuns(kind, scripts));
  }

  @ParameterizedTest
  @EnumSource(ScriptRun.class)
  void scriptForOthers_showsNoTraceOfTheRevisionBefore_forEachChangeKnown(ScriptRun run)
      throws IOException {
    Scripts scripts = each(run.kind());
    assertThat(byScript(run, scripts))
        .isEqualTo(inOneRun(run.kind(), scripts, Transactions.ONE_FOR_EACH_REVISION));
  }
}
