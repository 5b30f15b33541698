package dev.aludel.migrations.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.migrations.Migrator;
import dev.aludel.migrations.dialect.DatabaseVersionException;
import dev.aludel.migrations.plan.Plan;
import dev.aludel.migrations.plan.Stamp;
import dev.aludel.migrations.revision.TargetException;
import dev.aludel.migrations.run.ScriptRun.Outcome;
import dev.aludel.migrations.run.TestDatabase.Kind;
import dev.aludel.migrations.script.ScriptException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What is written for whom, from where to where. */
final class OfflineRunnerTest {
  private static final Path GOLDEN = Path.of("src/test/resources/dev/aludel/migrations/run/golden");
  private static final String NOWHERE = "postgresql://me:s3cret@nowhere.invalid:1/db";

  @TempDir private Path folder;
  @TempDir private Path other;
  @TempDir private Path revisions;

  @ParameterizedTest
  @EnumSource
  void upgradeSql_writesTheGoldenScript(Kind kind) throws IOException {
    new Scripts(revisions)
        .add(
            "a1",
            "base",
            "create table \"it's\" (id integer primary key, x int, d varchar(50) default 'it''s');",
            "drop table \"it's\";")
        .add(
            "b2",
            "a1",
            "alter table \"it's\" alter column x set not null;\nupdate \"it's\" set d = 'ü\n--@ no directive';",
            "alter table \"it's\" alter column x drop not null;");
    Migrator migrator = migrator(kind == Kind.SQLITE ? "sqlite:///absent/x.db" : NOWHERE);
    StringBuilder script = new StringBuilder();
    migrator.upgradeSql(OfflineOptions.ANY_VERSION, script);
    migrator.downgradeSql(OfflineOptions.ANY_VERSION, script.append('\n'), "b2:a1");
    migrator.stampSql(OfflineOptions.ANY_VERSION, script.append('\n'), "a1:b2");
    String written = script.toString().replace(Author.ofThisProcess().aludelVersion(), "VERSION");

    Path file = GOLDEN.resolve("small." + kind.name().toLowerCase(Locale.ROOT) + ".sql");
    if ("write".equals(System.getProperty("aludel.golden"))) {
      Files.createDirectories(GOLDEN);
      Files.writeString(file, written);
    }
    assertThat(written).isEqualTo(Files.readString(file)).doesNotContain("s3cret", "nowhere");
  }

  /** A graph with two branches, of which one ends in a merge of two. */
  private void branches() {
    new Scripts(revisions)
        .add("a1", "base", "create table a1 (id integer);", "drop table a1;")
        .add("b1", "a1", "create table b1 (id integer);", "drop table b1;")
        .add("b2", "a1", "create table b2 (id integer);", "drop table b2;")
        .add("c1", "b1, b2", "create table c1 (id integer);", "drop table c1;")
        .add("z1", "base", "create table z1 (id integer);", "drop table z1;");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "heads      |                | a1 b1 b2 c1 z1",
        "b1         |                | a1 b1",
        "b1:c1      | b1             | b2 c1",
        "b1,b2:c1   | b1, b2         | c1",
        "b1,b2,z1:  | b1, b2, z1     | c1",
        "b1,a1:b2   | b1             | b2",
        "z1@base:z1 |                | z1",
        "-1:z1      |                | z1",
        "a1:b1@+1   | a1             | b1",
        ":b1        |                | a1 b1",
        "c1:b1      | c1             | ''",
      })
  void upgradeSql_goesFromTheStartToTheTarget(String range, String before, String steps)
      throws IOException {
    branches();
    StringBuilder script = new StringBuilder();
    Plan plan =
        migrator("sqlite:///absent/x.db").upgradeSql(OfflineOptions.ANY_VERSION, script, range);
    assertThat(String.join(", ", plan.rowsBefore())).isEqualTo(before == null ? "" : before);
    assertThat(plan.steps().stream().map(step -> step.revision().id().value()))
        .containsExactly(steps.isEmpty() ? new String[0] : steps.split(" "));
    assertThat(script.toString().contains("\n-- There is nothing to do.\n"))
        .isEqualTo(plan.isEmpty());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "c1:a1      | c1 b2 b1",
        "c1,z1:base | z1 c1 b2 b1 a1",
        "b1,b2:b1-1 | b2 b1",
        "b1:-1      | b1",
      })
  void downgradeSql_goesFromTheStartToTheTarget(String range, String steps) throws IOException {
    branches();
    Plan plan =
        migrator("sqlite:///absent/x.db")
            .downgradeSql(OfflineOptions.ANY_VERSION, new StringBuilder(), range);
    assertThat(plan.steps().stream().map(step -> step.revision().id().value()))
        .containsExactly(steps.split(" "));
  }

  @ParameterizedTest
  @EnumSource
  void script_doesWhatARunDoes_betweenSeveralHeads(ScriptRun run) throws IOException {
    branches();
    try (TestDatabase first = run.kind().open(folder);
        TestDatabase second = run.kind().open(other)) {
      Migrator migrator = migrator(first.url());
      StringBuilder script = new StringBuilder();
      migrator.upgradeSql(OfflineOptions.ANY_VERSION, script, "b1", "b2", "z1");
      migrator.upgradeSql(OfflineOptions.ANY_VERSION, script, "b1,b2,z1:c1");
      migrator.downgradeSql(OfflineOptions.ANY_VERSION, script, "c1,z1:a1");
      migrator.stampSql(OfflineOptions.ANY_VERSION, script, "a1,z1:c1");
      run.apply(second, script.toString());

      migrator.upgrade("b1", "b2", "z1");
      migrator.upgrade("c1");
      migrator.downgrade("a1");
      migrator.stamp("c1");
      assertThat(Snapshot.of(second, run.kind())).isEqualTo(Snapshot.of(first, run.kind()));
      assertThat(migrator.current().rows()).containsExactly("c1", "z1");
    }
  }

  @ParameterizedTest
  @EnumSource
  void script_runsOutsideATransaction_whenTheRevisionDoes(ScriptRun run) throws IOException {
    String create = run.kind() == Kind.SQLITE ? "create index" : "create index concurrently";
    new Scripts(revisions)
        .add("a1", "base", "create table t (id integer, x integer);", "drop table t;")
        .add(
            "b2",
            "a1",
            "--@ autocommit\n--@ verbatim\n%1$s ix on t (x);\n--@ autocommit\n--@ verbatim\n%1$s iy on t (id);"
                .formatted(create),
            "drop index ix;\ndrop index iy;");
    try (TestDatabase first = run.kind().open(folder);
        TestDatabase second = run.kind().open(other)) {
      Migrator migrator = migrator(first.url());
      StringBuilder script = new StringBuilder();
      migrator.upgradeSql(OfflineOptions.ANY_VERSION, script);
      migrator.upgrade();
      run.apply(second, script.toString());
      assertThat(Snapshot.of(second, run.kind())).isEqualTo(Snapshot.of(first, run.kind()));
    }
  }

  @ParameterizedTest
  @EnumSource
  void script_leavesItsJournalRow_whenItStopsOutsideATransaction(ScriptRun run) throws IOException {
    new Scripts(revisions)
        .add("a1", "base", "create table t (id integer, x integer);", "drop table t;")
        .add(
            "b2",
            "a1",
            "--@ autocommit\n--@ verbatim\ncreate index ix on t (x);\n--@ autocommit\n--@ verbatim\ncreate index iy on t (y);",
            "drop index ix;\ndrop index iy;");
    try (TestDatabase database = run.kind().open(folder)) {
      Migrator migrator = migrator(database.url());
      StringBuilder script = new StringBuilder();
      migrator.upgradeSql(OfflineOptions.ANY_VERSION, script);
      assertThat(run.run(database, script.toString()).failed()).isTrue();
      assertThat(
              database.query(
                  "select revision || statements from aludel_journal where finished_time is null"))
          .containsExactly("b21");

      script.setLength(0);
      migrator.upgradeSql(OfflineOptions.ANY_VERSION, script, "a1:b2");
      Outcome again = run.run(database, script.toString());
      assertThat(again.failed()).isTrue();
      assertThat(again.said())
          .contains(
              "an earlier run of b2 broke off outside a transaction; run it on a connection, where it goes on");

      database.execute("alter table t add column y integer");
      migrator.upgrade();
      assertThat(
              database.query(
                  "select revision || statements from aludel_journal where finished_time is not null"))
          .containsExactly("a11", "b22");
    }
  }

  @ParameterizedTest
  @EnumSource
  void script_keepsNothing_whenItHasOneTransactionAndFails(ScriptRun run) throws IOException {
    new Scripts(revisions)
        .add("a1", "base", "create table t (id integer primary key, x int);", "drop table t;")
        .add("b2", "a1", "insert into t values (1, 2);", "delete from t;")
        .add("c3", "b2", "alter table t alter column x set data type bigint;", "")
        .add("d4", "c3", "insert into t values (1, 3);", "");
    try (TestDatabase first = run.kind().open(folder);
        TestDatabase second = run.kind().open(other)) {
      Migrator migrator = inOneTransaction(first.url());
      assertThat(run.run(second, upgrade(migrator, "heads")).failed()).isTrue();
      assertThat(second.tables()).isEmpty();

      run.apply(second, upgrade(migrator, "b2"));
      run.apply(second, upgrade(migrator, "b2:c3"));
      migrator.upgrade("b2");
      migrator.upgrade("c3");
      assertThat(Snapshot.of(second, run.kind())).isEqualTo(Snapshot.of(first, run.kind()));
    }
  }

  @Test
  void upgradeSql_replaysWhatHasRunInItsOwnTransaction_whenItWritesOneForAll() throws IOException {
    new Scripts(revisions)
        .add(
            "a1",
            "base",
            "create table p (id integer primary key);\ncreate table c (id integer primary key, p integer references p (id));\ndelete from p;",
            "")
        .add("b2", "a1", "alter table c alter column p set data type bigint;", "");
    Migrator migrator = inOneTransaction("sqlite://");
    assertThat(upgrade(migrator, "a1:b2")).contains("aludel_new_c");
    assertThatThrownBy(() -> upgrade(migrator, "b2"))
        .isInstanceOf(ScriptException.class)
        .hasMessageContaining("where foreign keys are off");
  }

  private Migrator inOneTransaction(String url) {
    return Migrator.builder()
        .url(url)
        .scripts(revisions)
        .transactions(RunSettings.Transactions.ONE_FOR_ALL)
        .build();
  }

  private static String upgrade(Migrator migrator, String range) throws IOException {
    StringBuilder script = new StringBuilder();
    migrator.upgradeSql(OfflineOptions.ANY_VERSION, script, range);
    return script.toString();
  }

  @ParameterizedTest
  @EnumSource
  void script_leavesRowsOfOthersAlone_whenTheyAreNobodysBusiness(ScriptRun run) throws IOException {
    branches();
    try (TestDatabase database = run.kind().open(folder)) {
      Migrator migrator =
          Migrator.builder()
              .url(database.url())
              .scripts(revisions)
              .unknownRows(RunSettings.UnknownRows.LEFT_ALONE)
              .build();
      migrator.upgrade("a1");
      database.execute("insert into alembic_version values ('others')");
      run.apply(database, upgrade(migrator, "a1:b1"));
      assertThat(database.query("select version_num from alembic_version order by 1"))
          .containsExactly("b1", "others");
    }
  }

  @ParameterizedTest
  @CsvSource({"3.37, true", "3.52, true", "3.53, false", "3.54.1, false", "4, false"})
  void upgradeSql_rebuilds_whenTheVersionCannotDoIt(String version, boolean rebuilds)
      throws IOException {
    new Scripts(revisions)
        .add("a1", "base", "create table t (id integer primary key, x int);", "drop table t;")
        .add("b2", "a1", "alter table t alter column x set not null;", "");
    StringBuilder script = new StringBuilder();
    migrator("sqlite:///absent/x.db").upgradeSql(OfflineOptions.targetVersion(version), script);
    assertThat(script.toString().contains("aludel_new_t")).isEqualTo(rebuilds);
    assertThat(script.toString())
        .startsWith(
            "-- Aludel %s: upgrade from base to b2,\n-- for SQLite %s or newer."
                .formatted(
                    Author.ofThisProcess().aludelVersion(), version.replaceFirst("\\.1$", "")));
  }

  @Test
  void sql_touchesNoDatabase_whenItIsWritten() throws IOException {
    branches();
    Migrator migrator = migrator("sqlite:///" + folder.resolve("absent.db"));
    StringBuilder script = new StringBuilder();
    migrator.upgradeSql(OfflineOptions.ANY_VERSION, script);
    migrator.downgradeSql(OfflineOptions.ANY_VERSION, script, "heads:base");
    Stamp stamp = migrator.stampSql(OfflineOptions.ANY_VERSION, script, "heads");
    assertThat(stamp.rowsAfter()).containsExactly("c1", "z1");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).isEmpty();
    }
  }

  @Test
  void sql_isNotWritten_whenAScriptIsNotRight() {
    new Scripts(revisions)
        .add("a1", "base", "create table t (id integer);", "")
        .add("b2", "a1", "alter table absent drop column x;", "");
    StringBuilder script = new StringBuilder();
    assertThatThrownBy(
            () -> migrator("sqlite:///absent/x.db").upgradeSql(OfflineOptions.ANY_VERSION, script))
        .isInstanceOf(ScriptException.class)
        .hasMessage("%s:4:1: there is no table absent to alter.", revisions.resolve("b2.sql"));
    assertThat(script).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "current:c1 | Cannot write SQL for \"current\": it is written without a connection, and so nobody knows where the database is. Name the revision instead of current.",
        "-1:+1      | Cannot write SQL for \"-1\": it is written without a connection, and so nobody knows where the database is. Name the revision at one end of the range.",
        "a1:b1:c1   | Cannot write SQL for \"b1:c1\": a start stands before the first target alone, with one colon. Write START:TARGET; several starts as START,START:TARGET.",
        "b1 b2:c1   | Cannot write SQL for \"b2:c1\": a start stands before the first target alone, with one colon. Write START:TARGET; several starts as START,START:TARGET.",
        "b1,,b2:c1  | \"\" is no way to name a revision. Write an id, the beginning of one, a label, head, heads, base or current, each with BRANCH@ before it and +N or -N after it if need be; or +N or -N alone.",
      })
  void range_isRefused_whenItHasNotItsForm(String range, String message) {
    branches();
    StringBuilder script = new StringBuilder();
    assertThatThrownBy(
            () ->
                migrator(NOWHERE)
                    .upgradeSql(OfflineOptions.ANY_VERSION, script, range.split(" ", -1)))
        .isInstanceOf(OfflineRangeException.class)
        .hasMessage(message);
    assertThat(script).isEmpty();
  }

  @Test
  void downgradeSql_isRefused_whenAnEndIsMissing() {
    branches();
    Migrator migrator = migrator(NOWHERE);
    StringBuilder script = new StringBuilder();
    assertThatThrownBy(() -> migrator.downgradeSql(OfflineOptions.ANY_VERSION, script, "b1"))
        .isInstanceOf(OfflineRangeException.class)
        .hasMessage(
            "Cannot write SQL for \"b1\": it is written without a connection, and so nobody knows where the database is. Say where it is, and a colon, before the target: \"START:b1\".");
    assertThatThrownBy(() -> migrator.downgradeSql(OfflineOptions.ANY_VERSION, script, "b1:"))
        .isInstanceOf(OfflineRangeException.class)
        .hasMessage(
            "Cannot write SQL for \"b1:\": it says where the database is, and not where it goes. Write the target behind the colon.");
    assertThat(script).isEmpty();
  }

  @Test
  void upgradeSql_isRefused_whenNoRevisionHasTheTarget() {
    branches();
    assertThatThrownBy(
            () ->
                migrator(NOWHERE)
                    .upgradeSql(OfflineOptions.ANY_VERSION, new StringBuilder(), "b1:x9"))
        .isInstanceOf(TargetException.class)
        .hasMessage(
            "Cannot upgrade to \"x9\": no revision has the id or the label x9, and no id begins with it. See \"history\" for those that are there.");
  }

  @Test
  void targetVersion_isRefused_whenItIsNoneOrTooOld() {
    branches();
    assertThatThrownBy(() -> OfflineOptions.targetVersion("new"))
        .isInstanceOf(DatabaseVersionException.class)
        .hasMessage("\"new\" is no version of a database. Write its numbers: 3.37 or 17.");
    assertThatThrownBy(
            () ->
                migrator(NOWHERE)
                    .upgradeSql(OfflineOptions.targetVersion("13.4"), new StringBuilder()))
        .isInstanceOf(DatabaseVersionException.class)
        .hasMessage(
            "Cannot write SQL for PostgreSQL 13.4: 14 is the oldest version that Aludel knows. Update the database, or leave the target version out.");
  }

  @ParameterizedTest
  @EnumSource
  void script_givesTheSameTexts_whateverIsInThem(ScriptRun run) throws IOException {
    String upgrade =
        "insert into t (x) values ('a\n/\ngo\n.quit\n'' ; \" \\\\ :name $x$'), ('\n#'), ('\\d :DBNAME')"
            + ", (case when 1\n=\n1 then ':x' end);";
    if (run.kind() == Kind.POSTGRESQL) {
      upgrade +=
          "\n--@ verbatim\ninsert into t select (array['p','q'])[one:DBNAME][1] from (select 1 as one, 2 as DBNAME) n where false;";
    }
    new Scripts(revisions)
        .add("a1", "base", "create table t (x text);\n" + upgrade, "drop table t;");
    try (TestDatabase first = run.kind().open(folder);
        TestDatabase second = run.kind().open(other)) {
      Migrator migrator = migrator(first.url());
      StringBuilder script = new StringBuilder();
      migrator.upgradeSql(OfflineOptions.ANY_VERSION, script);
      migrator.upgrade();
      run.apply(second, script.toString());
      assertThat(second.query("select x from t")).isEqualTo(first.query("select x from t"));
    }
  }

  @Test
  void script_runsInTheShell_whenTheRevisionHasWindowsLineEndings() throws IOException {
    Files.writeString(
        revisions.resolve("a1.sql"),
        "--@ revision a1\n--@ revises base\n--@ upgrade\ncreate table t (\n id integer primary key,\n x int\n);\nalter table t alter column x set data type text;\n--@ downgrade\ndrop table t;\n"
            .replace("\n", "\r\n"));
    TestDatabase first = Kind.SQLITE.open(folder);
    TestDatabase second = Kind.SQLITE.open(other);
    Migrator migrator = migrator(first.url());
    StringBuilder script = new StringBuilder();
    migrator.upgradeSql(OfflineOptions.ANY_VERSION, script);
    migrator.upgrade();
    ScriptRun.SQLITE_SHELL.apply(second, script.toString());
    assertThat(Snapshot.of(second, Kind.SQLITE)).isEqualTo(Snapshot.of(first, Kind.SQLITE));
  }

  @Test
  void upgradeSql_isRefused_whenTheShellWouldChangeTheScript() {
    new Scripts(revisions).add("a1", "base", "select 'one\r\ntwo';", "");
    assertThatThrownBy(
            () -> migrator("sqlite://").upgradeSql(OfflineOptions.ANY_VERSION, new StringBuilder()))
        .isInstanceOf(ScriptException.class)
        .hasMessage(
            "%s:4:8: this text has a Windows line ending, of which the sqlite3 shell would drop a character. Save the script with line feeds alone, or write char(13, 10).",
            revisions.resolve("a1.sql"));
    new Scripts(revisions).add("a1", "base", "select 6\n / \n2;", "");
    assertThatThrownBy(
            () -> migrator("sqlite://").upgradeSql(OfflineOptions.ANY_VERSION, new StringBuilder()))
        .isInstanceOf(ScriptException.class)
        .hasMessage(
            "%s:5:2: the sqlite3 shell would take a line that is \"/\" for the end of the statement. Write it on the line of the token before.",
            revisions.resolve("a1.sql"));
  }

  private Migrator migrator(String url) {
    return Migrator.builder().url(url).scripts(revisions).build();
  }
}
