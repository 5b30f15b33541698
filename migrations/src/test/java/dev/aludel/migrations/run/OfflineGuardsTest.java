package dev.aludel.migrations.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.migrations.Migrator;
import dev.aludel.migrations.run.ScriptRun.Outcome;
import dev.aludel.migrations.run.TestDatabase.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** A script stops where a run would be refused, says why, and leaves nothing half done. */
final class OfflineGuardsTest {
  @TempDir private Path folder;
  @TempDir private Path revisions;

  private static final String ANOTHER_TABLE =
      "the table t is not what the revisions make of it, but was changed in another way; run"
          + " Aludel on the database itself, which makes the change from the table as it is";

  private static final String SEED =
      "create table p (id integer primary key);\n"
          + "create table t (id integer primary key, x int, d varchar(50));\n"
          + "insert into t values (1, 5, '012'), (2, 6, 'b');";

  @ParameterizedTest
  @EnumSource
  void script_stops_whenTheVersionRowsAreOthers(ScriptRun run) throws IOException {
    try (TestDatabase database = run.kind().open(folder)) {
      Migrator migrator = migrator(database, "insert into t values (3, 7, 'c');");
      migrator.upgrade();
      assertStops(
          run,
          database,
          script(migrator, "a1:b2"),
          "the version table alembic_version is not at a1, as this script expects",
          "found b2");
    }
  }

  @ParameterizedTest
  @EnumSource(names = "SQLITE_.*", mode = Mode.MATCH_ALL)
  void script_stops_whenSomethingElseChangesTheVersionRows(ScriptRun run) throws IOException {
    try (TestDatabase database = run.kind().open(folder)) {
      Migrator migrator = migrator(database, "insert into t values (3, 7, 'c');");
      migrator.upgrade("a1");
      database.execute(
          "create trigger thief after update on alembic_version begin delete from alembic_version;"
              + " end");
      assertStops(
          run,
          database,
          script(migrator, "a1:b2"),
          "the version table alembic_version did not come to b2",
          "found no rows");
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"PSQL", "POSTGRES_JDBC"})
  void script_stops_whenWhatTheRevisionCallsChangesTheVersionRows(ScriptRun run)
      throws IOException {
    try (TestDatabase database = run.kind().open(folder)) {
      Migrator migrator =
          migrator(database, "--@ verbatim\ndo $$ begin delete from alembic_version; end $$;");
      migrator.upgrade("a1");
      assertStops(
          run,
          database,
          script(migrator, "a1:b2"),
          "the version table alembic_version did not come to b2",
          "found no rows");
    }
  }

  @ParameterizedTest
  @EnumSource(names = "SQLITE_.*", mode = Mode.MATCH_ALL)
  void script_stops_whenValuesWouldChange(ScriptRun run) throws IOException {
    try (TestDatabase database = run.kind().open(folder)) {
      Migrator migrator =
          migrator(
              database,
              "insert into t values (3, 7, '7');\n"
                  + "alter table t alter column d set data type integer;");
      migrator.upgrade("a1");
      assertStops(
          run,
          database,
          script(migrator, "a1:b2"),
          "the column d of t cannot become integer, because these values would change or do not"
              + " fit",
          "id 1: '012'");
    }
  }

  @ParameterizedTest
  @EnumSource
  void script_stops_whenRowsBreakACheck(ScriptRun run) throws IOException {
    try (TestDatabase database = run.kind().open(folder)) {
      Migrator migrator =
          migrator(
              database,
              "insert into t values (3, 5, 'it''s');\n"
                  + "alter table t add constraint c check (x < 6 or d = 'c'),"
                  + " drop constraint c;");
      migrator.upgrade("a1");
      assertStops(
          run,
          database,
          script(migrator, "a1:b2"),
          "t cannot get the check c, because these rows break it",
          run.kind() == Kind.SQLITE ? "id 2: 6, 'b'" : "id 2: 6, \"b\"");
    }
  }

  @ParameterizedTest
  @EnumSource(names = "SQLITE_.*", mode = Mode.MATCH_ALL)
  void script_stops_whenAForeignKeyWouldBreak(ScriptRun run) throws IOException {
    try (TestDatabase database = run.kind().open(folder)) {
      Migrator migrator =
          migrator(
              database,
              "alter table t alter column d set data type text;\n"
                  + "create table c (id integer primary key, p integer references p (id));\n"
                  + "insert into c values (1, 99);");
      migrator.upgrade("a1");
      assertStops(
          run,
          database,
          script(migrator, "a1:b2"),
          "these rows would break a foreign key, and did not before",
          "c, key p>id to p: 1 row (rowid 1)");
    }
  }

  @ParameterizedTest
  @EnumSource(names = "SQLITE_.*", mode = Mode.MATCH_ALL)
  void script_stops_whenTheTableIsAnother(ScriptRun run) throws IOException {
    try (TestDatabase database = run.kind().open(folder)) {
      Migrator migrator = migrator(database, "alter table t alter column x set data type bigint;");
      migrator.upgrade("a1");
      for (String drift :
          List.of(
              "alter table t add column surprise text",
              "create index surprise on t (x)",
              "create trigger surprise after insert on t begin select 1; end")) {
        database.execute(drift);
        assertStops(
            run, database, script(migrator, "a1:b2"), ANOTHER_TABLE, drift.split(" ", 3)[1] + " ");
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = "SQLITE_.*", mode = Mode.MATCH_ALL)
  void script_stops_whenAnotherToolMadeTheTable_andARunGoesOn(ScriptRun run) throws IOException {
    try (TestDatabase database = run.kind().open(folder)) {
      Migrator migrator = migrator(database, "alter table t alter column x set data type bigint;");
      database.execute(
          "CREATE TABLE t (\n"
              + "\tid INTEGER NOT NULL, \n"
              + "\tx INTEGER, \n"
              + "\td VARCHAR(50), \n"
              + "\tPRIMARY KEY (id)\n"
              + ")");
      migrator.stamp("a1");
      assertStops(run, database, script(migrator, "a1:b2"), ANOTHER_TABLE, "table t");

      migrator.upgrade();
      assertThat(database.query("select type from pragma_table_info('t')"))
          .containsExactly("INTEGER", "bigint", "VARCHAR(50)");
    }
  }

  @ParameterizedTest
  @EnumSource
  void script_keepsTheRevisionsBefore_whenALaterOneStops(ScriptRun run) throws IOException {
    try (TestDatabase database = run.kind().open(folder)) {
      Migrator migrator = migrator(database, "insert into t values (1, 1, 'again');");
      Outcome outcome = run.run(database, script(migrator, "heads"));
      assertThat(outcome.failed()).isTrue();
      assertThat(migrator.current().rows()).containsExactly("a1");
      assertThat(database.query("select revision from aludel_journal")).containsExactly("a1");
    }
  }

  private Migrator migrator(TestDatabase database, String upgrade) {
    new Scripts(revisions)
        .add("a1", "base", SEED, "drop table t;\ndrop table p;")
        .add("b2", "a1", upgrade, "");
    return Migrator.builder().url(database.url()).scripts(revisions).build();
  }

  private static String script(Migrator migrator, String range) throws IOException {
    StringBuilder script = new StringBuilder();
    migrator.upgradeSql(OfflineOptions.ANY_VERSION, script, range);
    return script.toString();
  }

  private static void assertStops(
      ScriptRun run, TestDatabase database, String script, String complaint, String row) {
    Kind kind = run.kind();
    List<String> before = Snapshot.of(database, kind);
    Outcome outcome = run.run(database, script);
    assertThat(outcome.failed()).as(script).isTrue();
    assertThat(outcome.said())
        .contains(
            kind == Kind.SQLITE ? "CHECK constraint failed: " + complaint : "ERROR: ", complaint);
    if (run
        != ScriptRun.SQLITE_JDBC) { // where a program would read the rows, and this one does not
      assertThat(outcome.said()).contains(complaint + ": " + row);
    }
    assertThat(Snapshot.of(database, kind)).isEqualTo(before);
  }
}
