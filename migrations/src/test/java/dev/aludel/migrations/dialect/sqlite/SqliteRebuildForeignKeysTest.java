package dev.aludel.migrations.dialect.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.migrations.Migrator;
import dev.aludel.migrations.revision.MigrationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Foreign keys are off while a table is rebuilt: nothing may be lost or broken by that. */
final class SqliteRebuildForeignKeysTest {
  private static final String REBUILD = "alter table t alter column x set data type bigint";

  @TempDir private Path folder;

  private static Scenario family(String action) throws SQLException {
    return Scenario.of(
        "create table t (id integer primary key, x int)",
        "create table k (id integer primary key, r int default 7 references t (id) on delete "
            + action
            + " on update "
            + action
            + ")",
        "insert into t values (1, 5), (2, 6)",
        "insert into k values (1, 1), (2, 2), (3, 99)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"cascade", "set null", "set default", "restrict", "no action"})
  void rebuild_leavesChildrenAlone_oldOrphansAmongThem(String action) throws SQLException {
    try (Scenario scenario = family(action)) {
      assertThat(scenario.run(REBUILD)).isEqualTo(Scenario.MADE);
      assertThat(scenario.query("select * from k")).containsExactly("1 1", "2 2", "3 99");
      assertThat(scenario.query("select type from pragma_table_info('t') where name = 'x'"))
          .containsExactly("bigint");
    }
  }

  @Test
  void rebuild_isRefused_whenTheRevisionMakesAnOrphan() throws SQLException {
    try (Scenario scenario = family("cascade")) {
      assertThat(scenario.run(REBUILD, "insert into k (id, r) values (4, 98)"))
          .isEqualTo(
              "these rows would break a foreign key, and did not before: k, key r>id to t: 1 row (rowid 4)");
    }
  }

  @Test
  void oldOrphans_stay_whenTheirKeyIsExchangedForOneThatDoesMore() throws SQLException {
    try (Scenario scenario = family("no action")) {
      assertThat(
              scenario.run(
                  "alter table k drop constraint k_r_fkey",
                  "alter table k add foreign key (r) references t (id) on delete cascade"))
          .isEqualTo(Scenario.MADE);
      assertThat(scenario.query("select * from k")).containsExactly("1 1", "2 2", "3 99");
      assertThat(scenario.query("select on_delete from pragma_foreign_key_list('k')"))
          .containsExactly("CASCADE");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"references t", "references t (\"\")"})
  void oldOrphans_stay_whenTheColumnThatTheyMissGetsAName(String reference) throws SQLException {
    try (Scenario scenario =
        Scenario.of(
            "create table t (\"\" text primary key, x int)",
            "create table k (r text " + reference + ")",
            "insert into k values ('gone')")) {
      assertThat(scenario.run(REBUILD, "alter table t rename column \"\" to named"))
          .isEqualTo(Scenario.MADE);
      assertThat(scenario.query("select * from k")).containsExactly("gone");
    }
  }

  @Test
  void orphans_areRefused_whenTheirKeyIsNew() throws SQLException {
    try (Scenario scenario = family("no action")) {
      assertThat(
              scenario.run(
                  "alter table k drop constraint k_r_fkey",
                  "alter table k add foreign key (id) references t (id)"))
          .isEqualTo(
              "k cannot get the foreign key to t, because these rows have no row there: id 3: 3");
    }
  }

  @Test
  void childrenInOtherTables_areLookedAt_whateverTheStepDoesBesides() throws SQLException {
    try (Scenario scenario = family("cascade")) {
      scenario.execute(
          "create table p (id integer primary key)",
          "create table far (id integer primary key, r int references p)",
          "insert into p values (1)",
          "insert into far values (1, 1), (2, 99)");

      assertThat(
              scenario.runVerbatim(
                  List.of("drop table p", "create table p (id integer primary key)"), REBUILD))
          .isEqualTo(
              "these rows would break a foreign key, and did not before: far, key r to p: 1 row (rowid 1)");
      assertThat(scenario.run(REBUILD, "create index ix on far (r)")).isEqualTo(Scenario.MADE);
    }
  }

  @Test
  void childrenOfARebuiltTable_areLookedAt_whenItsKeyChanges() throws SQLException {
    try (Scenario scenario =
        Scenario.of(
            "create table t (id bigint primary key)",
            "create table k (r text references T (ID))",
            "insert into t values (1)",
            "insert into k values ('01')")) {
      assertThat(scenario.run("alter table t alter column id set data type text"))
          .isEqualTo(
              "these rows would break a foreign key, and did not before: k, key r>id to T: 1 row (rowid 1)");
    }
  }

  @Test
  void oldOrphans_areKnownAgain_afterRenamings() throws SQLException {
    try (Scenario scenario = family("cascade")) {
      assertThat(
              scenario.run(
                  REBUILD,
                  "alter table k rename column r to \"the >r\"",
                  "alter table t rename column id to nr",
                  "alter table k rename to child",
                  "alter table t rename to parent"))
          .isEqualTo(Scenario.MADE);
      assertThat(scenario.run("alter table parent alter column x set data type integer"))
          .isEqualTo(Scenario.MADE);
    }
  }

  @Test
  void oldOrphans_areKnownAgain_whenTheKeySpellsItsColumnsOtherwise() throws SQLException {
    try (Scenario scenario =
        Scenario.of(
            "create table t (id integer primary key, x int)",
            "create table k (id integer primary key, R int references T (ID))",
            "insert into k values (3, 99)")) {
      assertThat(
              scenario.run(
                  REBUILD,
                  "alter table k rename column r to who",
                  "alter table t rename column Id to Nr"))
          .isEqualTo(Scenario.MADE);
    }
  }

  @Test
  void keysThatCannotBeChecked_doNotStopARebuild() throws SQLException {
    try (Scenario scenario = family("cascade")) {
      scenario.execute(
          "create table odd (a int references t (x), b int references nowhere)",
          "insert into odd values (1, 1)");

      assertThat(scenario.run(REBUILD)).isEqualTo(Scenario.MADE);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "delete from t where id = 1             | refused",
        "delete from main.\"T\" where id = 1     | refused",
        "replace into t (id, x) values (1, 2)   | refused",
        "update t set id = 9 where id = 1       | refused",
        "update t set x = 1, id = 9             | refused",
        "update t set x = 9 where id = 1        | made",
        "delete from k where id = 1             | made",
        "update k set r = 2 where r = 1         | made"
      })
  void keysThatAreReferredTo_stayWhileForeignKeysAreOff(String statement, String outcome)
      throws SQLException {
    try (Scenario scenario = family("cascade")) {
      String refusal =
          "b2.sql:1:1: \"%s\" runs in a revision that rebuilds a table, where foreign keys are off:"
              + " what the foreign keys of k ask for would not be done. Put it in a revision of its"
              + " own.";
      String answer = scenario.runVerbatim(statement, REBUILD);

      assertThat(answer)
          .isEqualTo(outcome.equals("made") ? Scenario.MADE : refusal.formatted(statement));
    }
  }

  // SQLite takes this setting when it only compiles it.
  @Test
  void keysThatAreReferredTo_areFound_whenCaseCountsInComparisons() throws SQLException {
    try (Scenario scenario =
        Scenario.of(
            "create table t (id integer primary key, x int)",
            "CREATE TABLE k (r int REFERENCES t (id))",
            "insert into t values (1, 5)",
            "insert into k values (1)")) {
      String answer =
          scenario.runVerbatim(
              List.of("pragma case_sensitive_like = on", "update t set id = 9 where id = 1"),
              REBUILD);

      assertThat(answer).contains("what the foreign keys of k ask for would not be done");
    }
  }

  @ParameterizedTest
  @CsvSource({"on,on", "on,off", "off,on", "off,off"})
  void settingsOfTheConnection_areRestored(String foreignKeys, String legacy)
      throws SQLException, IOException {
    try (Scenario scenario = family("cascade")) {
      scenario.execute("create view v as select x from t");
      scenario.execute(
          "pragma foreign_keys = " + foreignKeys, "pragma legacy_alter_table = " + legacy);
      Migrator migrator = migrator(scenario, REBUILD + "; alter table t rename to u;");

      migrator.upgrade();

      assertThat(settings(scenario)).isEqualTo(foreignKeys + " " + legacy);
      assertThat(scenario.sql("v")).contains("\"u\"");
    }
  }

  @ParameterizedTest
  @CsvSource({"on,on", "off,off"})
  void settingsOfTheConnection_areRestored_afterAFailure(String foreignKeys, String legacy)
      throws SQLException, IOException {
    try (Scenario scenario = family("cascade")) {
      scenario.execute("insert into t values (3, 'text')");
      scenario.execute(
          "pragma foreign_keys = " + foreignKeys, "pragma legacy_alter_table = " + legacy);
      Migrator migrator = migrator(scenario, REBUILD + ";");

      assertThatThrownBy(migrator::upgrade)
          .isInstanceOf(MigrationException.class)
          .hasMessage(
              "Upgrade to b2 failed at %s:4:1: the column x of t cannot become bigint, because these values would change or do not fit: id 3: 'text'.\n  Statement: %s\n  The database is as it was: at base. Mend the script or the data, and run again."
                  .formatted(folder.resolve("b2.sql"), REBUILD));
      assertThat(settings(scenario)).isEqualTo(foreignKeys + " " + legacy);
      assertThat(scenario.query("select name from sqlite_schema")).containsExactly("t", "k");
    }
  }

  private Migrator migrator(Scenario scenario, String statements) throws IOException {
    Files.writeString(
        folder.resolve("b2.sql"), "--@ revision b2\n--@ revises base\n--@ upgrade\n" + statements);
    return Migrator.builder().connection(scenario.connection()).scripts(folder).build();
  }

  private static String settings(Scenario scenario) throws SQLException {
    return (scenario.query("pragma foreign_keys")
            + " "
            + scenario.query("pragma legacy_alter_table"))
        .replace("[1]", "on")
        .replace("[0]", "off");
  }
}
