package dev.aludel.migrations.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.migrations.Migrator;
import dev.aludel.migrations.MigratorBuilder;
import dev.aludel.migrations.run.RunSettings.Transactions;
import dev.aludel.migrations.run.TestDatabase.Kind;
import dev.aludel.migrations.script.ScriptException;
import dev.aludel.test.RandomSeed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever scripts do to the session: one run, many runs and a script for others do the same. */
final class OneRunManyRunsTest {
  private static final int LISTS = 2;
  private static final int REVISIONS = 4;

  @TempDir private Path folder;

  private Scripts scripts(Kind kind) throws IOException {
    Scripts scripts = new Scripts(Files.createTempDirectory(folder, "revisions"));
    return write(scripts, kind, "r0", "base", SessionChange.ground(kind));
  }

  /** Where the revisions run. */
  private enum Place {
    OWN_TRANSACTION,
    ONE_TRANSACTION,
    NO_TRANSACTION;

    Transactions transactions() {
      return this == ONE_TRANSACTION
          ? Transactions.ONE_FOR_ALL
          : Transactions.ONE_FOR_EACH_REVISION;
    }

    boolean takes(String change) {
      return switch (this) {
        case OWN_TRANSACTION -> true;
        case ONE_TRANSACTION ->
            !change.contains("xact_lock") && !SessionChange.outlastsTransaction(change);
        case NO_TRANSACTION -> !SessionChange.needsTransaction(change);
      };
    }

    /** {@code statements}, each on a line of its own, as they stand in a script. */
    String written(String statements) {
      return this == NO_TRANSACTION
          ? statements.replaceAll("(?m)^(?=.)", "--@ autocommit\n")
          : statements;
    }
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
    return inManyRuns(kind, scripts, 1);
  }

  private List<String> inManyRuns(Kind kind, Scripts scripts, int revisionsOfARun)
      throws IOException {
    try (TestDatabase database = fresh(kind)) {
      int last = scripts.folder().toFile().list().length - 1;
      for (int i = 0; i < last; i += revisionsOfARun) {
        migrator(database, scripts).build().upgrade("r" + i);
      }
      migrator(database, scripts).build().upgrade("r" + last);
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

  private List<String> byScript(ScriptRun run, Scripts scripts, Transactions transactions)
      throws IOException {
    try (TestDatabase database = fresh(run.kind())) {
      StringBuilder sql = new StringBuilder();
      migrator(database, scripts)
          .transactions(transactions)
          .build()
          .upgradeSql(OfflineOptions.ANY_VERSION, sql, "heads");
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
      assertThat(byScript(run, scripts, Transactions.ONE_FOR_EACH_REVISION))
          .isEqualTo(inManyRuns(run.kind(), scripts));
    }
  }

  private static Stream<Arguments> kindsEverywhere() {
    return everywhere(List.of(Kind.values()));
  }

  private static Stream<Arguments> runsEverywhere() {
    return everywhere(List.of(ScriptRun.values()));
  }

  private static Stream<Arguments> everywhere(List<?> databases) {
    return databases.stream()
        .flatMap(each -> Stream.of(Place.values()).map(place -> Arguments.of(each, place)));
  }

  private Scripts each(Kind kind, Place place) throws IOException {
    Scripts scripts = scripts(kind);
    List<String> changes = SessionChange.all(kind).stream().filter(place::takes).toList();
    for (int i = 1; i <= changes.size(); i++) {
      String body = body(kind, "r" + i, List.of(changes.get(i - 1)));
      write(scripts, kind, "r" + i, "r" + (i - 1), place.written(body));
    }
    return scripts;
  }

  /** Each alone: what a list at random may miss. */
  @ParameterizedTest
  @MethodSource("kindsEverywhere")
  void oneRun_showsNoTraceOfTheRevisionBefore_forEachChangeKnown(Kind kind, Place place)
      throws IOException {
    Scripts scripts = each(kind, place);
    List<String> content = inOneRun(kind, scripts, place.transactions());
    refuseTraces(kind, content);
    assertThat(content).isEqualTo(inManyRuns(kind, scripts, 7));
  }

  @ParameterizedTest
  @MethodSource("runsEverywhere")
  void scriptForOthers_showsNoTraceOfTheRevisionBefore_forEachChangeKnown(
      ScriptRun run, Place place) throws IOException {
    Scripts scripts = each(run.kind(), place);
    assertThat(byScript(run, scripts, place.transactions()))
        .isEqualTo(inOneRun(run.kind(), scripts, place.transactions()));
  }

  /** What was the caller's before the run is the caller's afterwards. */
  @ParameterizedTest
  @MethodSource("kindsEverywhere")
  void callersConnection_isAsItWas_forEachChangeKnown(Kind kind, Place place)
      throws IOException, SQLException {
    Scripts scripts = each(kind, place);
    try (TestDatabase database = fresh(kind);
        Connection caller = database.connect()) {
      TestDatabase.execute(caller, SessionChange.ofTheCaller(kind));
      List<String> before = session(caller, kind);

      Migrator.builder()
          .connection(caller)
          .scripts(scripts.folder())
          .transactions(place.transactions())
          .build()
          .upgrade();

      assertThat(session(caller, kind)).isEqualTo(before);
    }
  }

  private static List<String> session(Connection connection, Kind kind) throws SQLException {
    List<String> session = new ArrayList<>();
    for (String look : SessionChange.looks(kind)) {
      session.addAll(TestDatabase.query(connection, look));
    }
    return session;
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void oneTransaction_refusesBeforehand_whatNothingPutsBackInside(Kind kind) throws IOException {
    for (String change : SessionChange.all(kind)) {
      if (SessionChange.outlastsTransaction(change)) {
        Scripts scripts = scripts(kind);
        write(scripts, kind, "r1", "r0", change + ";");
        try (TestDatabase database = fresh(kind)) {
          MigratorBuilder all = migrator(database, scripts).transactions(Transactions.ONE_FOR_ALL);
          assertThatThrownBy(() -> all.build().upgrade())
              .isInstanceOf(ScriptException.class)
              .hasMessageEndingWith(
                  "r1.sql:4:1: \"%s\" changes the session in a way that nothing puts back before the transaction ends, and so cannot be part of one for the whole run. Run it with a transaction for each revision."
                      .formatted(change));
          assertThat(database.tables()).isEmpty();
        }
      }
    }
  }
}
