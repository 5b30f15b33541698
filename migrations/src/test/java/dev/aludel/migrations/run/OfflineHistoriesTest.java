package dev.aludel.migrations.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.migrations.Migrator;
import dev.aludel.migrations.run.TestDatabase.Kind;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/**
 * A SQLite database comes to where a script begins by runs or by scripts, with one version of
 * SQLite or another: to the same tables, in texts that differ. The script takes them all.
 */
final class OfflineHistoriesTest {
  private static final OfflineOptions OLD = OfflineOptions.ANY_VERSION;
  private static final OfflineOptions NEW = OfflineOptions.targetVersion("3.53");

  @TempDir private Path first;
  @TempDir private Path second;
  @TempDir private Path revisions;

  // "drop not null" is done in place since SQLite 3.53, and takes the comment along; the type of a
  // column needs a new table in every version.
  @BeforeEach
  void writeScripts() {
    new Scripts(revisions)
        .add(
            "a1",
            "base",
            "--@ verbatim\n"
                + "create table t (id integer primary key, x int /* of old */ not null default 3, y"
                + " text);\n"
                + "create index ix on t (x);\n"
                + "insert into t (id, y) values (1, 'a'), (2, 'b');",
            "drop table t;")
        .add(
            "b2",
            "a1",
            "alter table t alter column y set not null;",
            "alter table t alter column y drop not null;")
        .add(
            "c3",
            "b2",
            "alter table t alter column x drop not null;",
            "update t set x = 3 where x is null;\nalter table t alter column x set not null;")
        .add(
            "d4",
            "c3",
            "alter table t add column z text;\nalter table t alter column x set data type bigint;",
            "alter table t alter column x set data type int;\nalter table t drop column z;");
  }

  private Migrator migrator(TestDatabase database) {
    return Migrator.builder().url(database.url()).scripts(revisions).build();
  }

  private String up(OfflineOptions options, String range) throws IOException {
    StringBuilder script = new StringBuilder();
    migrator(Kind.SQLITE.open(first)).upgradeSql(options, script, range);
    return script.toString();
  }

  private String down(String range) throws IOException {
    StringBuilder script = new StringBuilder();
    migrator(Kind.SQLITE.open(first)).downgradeSql(OLD, script, range);
    return script.toString();
  }

  private static String text(TestDatabase database) {
    return database
        .query("select substr(sql, instr(sql, '(')) from sqlite_schema where name = 't'")
        .get(0);
  }

  private static void assertSame(TestDatabase actual, TestDatabase expected) {
    assertThat(Snapshot.of(actual, Kind.SQLITE)).isEqualTo(Snapshot.of(expected, Kind.SQLITE));
  }

  @ParameterizedTest
  @EnumSource(names = "SQLITE_.*", mode = Mode.MATCH_ALL)
  void script_goesOn_whereARunChangedTheTableInPlace(ScriptRun run) throws IOException {
    TestDatabase online = Kind.SQLITE.open(first);
    TestDatabase mixed = Kind.SQLITE.open(second);
    run.apply(mixed, up(OLD, "c3"));
    migrator(online).upgrade("c3");
    assertThat(text(online)).isNotEqualTo(text(mixed)).doesNotContain("of old");

    // What was run goes on by script, and what was scripted by a run: both come to the same.
    run.apply(online, up(OLD, "c3:d4"));
    migrator(mixed).upgrade();
    assertSame(online, mixed);

    run.apply(online, down("d4:a1"));
    migrator(mixed).downgrade("a1");
    assertSame(online, mixed);
  }

  @ParameterizedTest
  @EnumSource(names = "SQLITE_.*", mode = Mode.MATCH_ALL)
  void script_goesOn_whereScriptsAndRunsTookTurns(ScriptRun run) throws IOException {
    TestDatabase online = Kind.SQLITE.open(first);
    TestDatabase mixed = Kind.SQLITE.open(second);
    migrator(online).upgrade();

    run.apply(mixed, up(OLD, "b2"));
    migrator(mixed).upgrade("c3");
    run.apply(mixed, up(OLD, "c3:d4"));
    assertSame(mixed, online);
  }

  @ParameterizedTest
  @EnumSource(names = "SQLITE_.*", mode = Mode.MATCH_ALL)
  void scriptForANewVersion_goesOn_whereOneForAnOldVersionMadeANewTable(ScriptRun run)
      throws IOException {
    TestDatabase online = Kind.SQLITE.open(first);
    TestDatabase mixed = Kind.SQLITE.open(second);
    migrator(online).upgrade();

    run.apply(mixed, up(OLD, "c3"));
    run.apply(mixed, up(NEW, "c3:d4"));
    assertSame(mixed, online);
  }
}
