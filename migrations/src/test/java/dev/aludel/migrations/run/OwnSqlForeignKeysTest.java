package dev.aludel.migrations.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.migrations.Migrator;
import dev.aludel.migrations.backup.BackupPolicy;
import dev.aludel.migrations.revision.MigrationException;
import dev.aludel.migrations.run.RunSettings.Transactions;
import dev.aludel.migrations.run.TestDatabase.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sqlite.Function;

/** A team's own SQL for SQLite makes tables anew: no row of another table is lost or changed. */
final class OwnSqlForeignKeysTest {
  private static final List<String> CHILDREN = List.of("1 1 1", "2 2 2", "3 99 1");
  private static final List<String> PARENTS = List.of("1 a", "2 b");
  private static final String NEW_T =
      "create table t_new (id integer primary key, x text);\ninsert into t_new select * from t;\n";
  private static final String REBUILD = NEW_T + "drop table t;\nalter table t_new rename to t;\n";

  @TempDir private Path folder;
  private TestDatabase database;

  @BeforeEach
  void writeFirstRevision() {
    database = Kind.SQLITE.open(folder);
    write(
        "a1",
        "base",
        "create table t (id integer primary key, x text);\n"
            + "create table k (id integer primary key, r int not null references t (id) on delete"
            + " cascade on update cascade, s int default 2 references t on delete set default);\n",
        "drop table k;\ndrop table t;\n");
    migrator().upgrade("a1");
    database.execute(
        "insert into t values (1, 'a'), (2, 'b')",
        "insert into k values (1, 1, 1), (2, 2, 2), (3, 99, 1)");
  }

  private void write(String id, String revises, String upgrade, String downgrade) {
    String text =
        "--@ revision %s\n--@ revises %s\n--@ upgrade sqlite\n%s--@ downgrade sqlite\n%s"
            .formatted(id, revises, upgrade, downgrade);
    try {
      Files.writeString(folder.resolve(id + ".sql"), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Migrator migrator() {
    return Migrator.builder().url(database.url()).scripts(folder).build();
  }

  private Migrator inOneTransaction() {
    return Migrator.builder()
        .url(database.url())
        .scripts(folder)
        .transactions(Transactions.ONE_FOR_ALL)
        .build();
  }

  private void assertNothingLost() {
    assertThat(database.query("select id || ' ' || r || ' ' || s from k")).isEqualTo(CHILDREN);
    assertThat(database.query("select id || ' ' || x from t")).isEqualTo(PARENTS);
    assertThat(database.query("select distinct \"table\" from pragma_foreign_key_list('k')"))
        .containsExactly("t");
  }

  static String[] rebuilds() {
    return new String[] {
      REBUILD,
      REBUILD.replace("drop table t", "DROP TABLE IF EXISTS main.\"T\""),
      REBUILD.replace("drop table t", "drop table [t]"),
      REBUILD.replace("drop table t", "drop table 't'"),
      "pragma foreign_keys = off;\n" + REBUILD + "pragma foreign_keys = on;\n",
      "PRAGMA foreign_keys=0;\n" + REBUILD,
      "pragma main.foreign_keys(no);\n" + REBUILD,
      "pragma defer_foreign_keys = on;\n" + REBUILD,
      "pragma foreign_keys = on;\n" + REBUILD,
      // Alembic's batch mode.
      "CREATE TABLE _alembic_tmp_t (\n\tid INTEGER NOT NULL, \n\tx TEXT, \n\tPRIMARY KEY (id)\n);\n"
          + "INSERT INTO _alembic_tmp_t (id, x) SELECT t.id, t.x \nFROM t;\nDROP TABLE t;\n"
          + "ALTER TABLE _alembic_tmp_t RENAME TO t;\n",
      // A copy aside and back.
      "create temp table aside as select * from t;\ndrop table t;\n"
          + "create table t (id integer primary key, x text);\n"
          + "insert into t select * from aside;\ndrop table aside;\n",
      "create table old_t as select * from t;\ndrop table t;\n"
          + "create table t (id integer primary key, x text);\n"
          + "insert into t select * from old_t;\ndrop table old_t;\n",
      // The old one away first, in the way in which SQLite renamed before 3.26.
      "pragma legacy_alter_table = on;\nalter table t rename to t_old;\n"
          + "create table t (id integer primary key, x text);\n"
          + "insert into t select * from t_old;\ndrop table t_old;\n",
      // The child too, after its parent.
      REBUILD
          + "create table k_new (id integer primary key, r int not null references t (id) on delete"
          + " cascade on update cascade, s int default 2 references t on delete set default);\n"
          + "insert into k_new select * from k;\ndrop table k;\nalter table k_new rename to k;\n",
      // Emptied and filled, which only the script itself can ask for.
      "pragma foreign_keys = off;\ncreate temp table aside as select * from t;\ndelete from t;\n"
          + "insert into t select * from aside;\ndrop table aside;\n",
    };
  }

  @ParameterizedTest
  @MethodSource("rebuilds")
  void rebuild_keepsEveryRow_upAndDown(String statements) {
    write("b2", "a1", statements, statements);

    migrator().upgrade();
    assertNothingLost();

    migrator().downgrade("a1");
    assertNothingLost();
  }

  @ParameterizedTest
  @MethodSource("rebuilds")
  void rebuild_keepsEveryRow_upAndDown_inOneTransaction(String statements) {
    write("b2", "a1", statements, statements);
    write("c3", "b2", "create table other (id int);\n", "drop table other;\n");

    inOneTransaction().upgrade();
    assertNothingLost();

    inOneTransaction().downgrade("a1");
    assertNothingLost();
  }

  @ParameterizedTest
  @MethodSource("rebuilds")
  void script_keepsEveryRow_upAndDown(String statements) throws IOException {
    write("b2", "a1", statements, statements);
    StringBuilder up = new StringBuilder();
    StringBuilder down = new StringBuilder();
    migrator().upgradeSql(OfflineOptions.ANY_VERSION, up, "a1:b2");
    migrator().downgradeSql(OfflineOptions.ANY_VERSION, down, "b2:a1");

    for (ScriptRun run : List.of(ScriptRun.SQLITE_JDBC, ScriptRun.SQLITE_SHELL)) {
      run.apply(database, up.toString());
      assertNothingLost();
      run.apply(database, down.toString());
      assertNothingLost();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "where id <> 2        | k, key r>id to t: 1 row (rowid 2); k, key s to t: 1 row (rowid 2)",
        "where id > 9         | k, key r>id to t: 2 rows (rowid 1, 2); k, key s to t: 3 rows (rowid 1, 2, 3)"
      })
  void rebuild_isRefused_whenItLeavesRowsThatPointNowhere(String condition, String offenders) {
    write("b2", "a1", REBUILD.replace("from t;", "from t " + condition + ";"), "");

    assertRefused("7:1 alter table t_new rename to t", offenders);
  }

  @Test
  void drop_isRefused_whenRowsPointToTheTable() {
    write("b2", "a1", "drop table t;\n", "");

    assertRefused(
        "4:1 drop table t",
        "k, key r>id to t: 2 rows (rowid 1, 2); k, key s to t: 3 rows (rowid 1, 2, 3)");
  }

  @Test
  void renamingTheOldTableAway_isRefused_whenTheKeysFollowIt() {
    write(
        "b2",
        "a1",
        "alter table t rename to t_old;\ncreate table t (id integer primary key, x text);\n"
            + "insert into t select * from t_old;\ndrop table t_old;\n",
        "");

    assertRefused(
        "7:1 drop table t_old",
        "k, key r>id to t_old: 3 rows (rowid 1, 2, 3); k, key s to t_old: 3 rows (rowid 1, 2, 3)");
  }

  @Test
  void triggerThatDeletes_isFoundByItsOrphans_whileForeignKeysAreOff() {
    database.execute("create table log (a int)");
    database.execute(
        "create trigger g after insert on log begin delete from t where id = new.a; end");
    write("b2", "a1", "pragma foreign_keys = off;\ninsert into log values (2);\n", "");

    assertRefused(
        "5:1 insert into log values (2)",
        "k, key r>id to t: 1 row (rowid 2); k, key s to t: 1 row (rowid 2)");
  }

  private void assertRefused(String place, String offenders) {
    assertThatThrownBy(migrator()::upgrade)
        .isInstanceOf(MigrationException.class)
        .hasMessage(
            "Upgrade to b2 failed at %s:%s: these rows would break a foreign key, and did not before: %s.\n  Statement: %s\n  The database is as it was: at a1. Mend the script or the data, and run again."
                .formatted(
                    folder.resolve("b2.sql"),
                    place.substring(0, place.indexOf(' ')),
                    offenders,
                    place.substring(place.indexOf(' ') + 1)));
    assertNothingLost();
    assertThat(database.query("select version_num from alembic_version")).containsExactly("a1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "delete from t where id = 2",
        "with d as (select 2 as id) delete from main.\"T\" where id in (select id from d)",
        "update t set id = 7 where id = 2",
        "replace into t values (2, 'c')",
        "insert or replace into t values (2, 'c')",
        "update or replace t set x = 'c'"
      })
  void changeOfAKey_isRefused_besideADropOfAReferencedTable(String change) {
    database.execute(
        "create table p (id integer primary key)", "create table c (p int references p)");
    String drop = "create table p2 (id int);\ndrop table p;\nalter table p2 rename to p;\n";
    write("b2", "a1", drop + change + ";\n", "");

    assertThatThrownBy(migrator()::upgrade)
        .hasMessage(
            "%s:7:1: \"%s\" runs in a revision that drops p, to which foreign keys refer, where foreign keys are off: what the foreign keys of k ask for would not be done. Put it in a revision of its own."
                .formatted(folder.resolve("b2.sql"), change));
    assertNothingLost();
  }

  @Test
  void changeOfAKey_isMade_whenTheScriptSaysThatForeignKeysAreOff() {
    write(
        "b2",
        "a1",
        "pragma foreign_keys = off;\nupdate t set id = 7 where id = 2;\nupdate k set r = 7, s = 7"
            + " where r = 2;\n",
        "");

    migrator().upgrade();

    assertThat(database.query("select id || ' ' || r || ' ' || s from k"))
        .containsExactly("1 1 1", "2 7 7", "3 99 1");
  }

  @Test
  void changeOfAKey_isRefused_afterTheScriptSaysThatForeignKeysAreOn() {
    write(
        "b2",
        "a1",
        "pragma foreign_keys = off;\n" + REBUILD + "pragma foreign_keys = on;\ndelete from t;\n",
        "");

    assertThatThrownBy(migrator()::upgrade)
        .hasMessage(
            "%s:10:1: \"delete from t\" runs in a revision that says \"pragma foreign_keys = off\", where foreign keys are off: what the foreign keys of k ask for would not be done. Put it in a revision of its own."
                .formatted(folder.resolve("b2.sql")));
  }

  @Test
  void deferredKeys_letAKeyAndItsRowsChangeInTurn_whereTheyDoNothingThemselves() {
    database.execute(
        "create table p (id integer primary key)",
        "create table c (p int references p)",
        "insert into p values (1)",
        "insert into c values (1)");
    String change = "update p set id = 5;\nupdate c set p = 5;\n";
    write("b2", "a1", "pragma defer_foreign_keys = on;\n" + change, "");

    migrator().upgrade();

    assertThat(database.query("select p from c")).containsExactly("5");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "pragma foreign_keys = on;\n", "drop table if exists nowhere;\n"})
  void delete_doesWhatForeignKeysAskFor_inAnyOtherRevision(String before) {
    database.execute("create table unrelated (id int)");
    write("b2", "a1", before + "drop table unrelated;\ndelete from t where id = 2;\n", "");

    migrator().upgrade();

    assertThat(database.query("select id || ' ' || r from k")).containsExactly("1 1", "3 99");
  }

  @Test
  void drop_isEnforced_whenTheTableThatReferredIsDroppedBefore() {
    write("b2", "a1", "drop table k;\ndrop table t;\n", "");

    migrator().upgrade();

    assertThat(database.query("select name from sqlite_schema where name in ('t', 'k')")).isEmpty();
  }

  @Test
  void delete_isRefusedAndNamed_whenARunOfOneTransactionIsUnenforced() {
    write("b2", "a1", "delete from t where id = 2;\n", "");
    write("c3", "b2", REBUILD, "");

    assertThatThrownBy(inOneTransaction()::upgrade)
        .hasMessage(
            "%s:4:1: \"delete from t where id = 2\" runs in one transaction with all revisions of the run, where foreign keys are off: what the foreign keys of k ask for would not be done. Run it with a transaction for each revision."
                .formatted(folder.resolve("b2.sql")));
    assertNothingLost();
  }

  @Test
  void selfReferringTable_keepsItsRows() {
    database.execute(
        "create table node (id integer primary key, up int references node (id) on delete cascade)",
        "insert into node values (1, null), (2, 1), (3, 2)");
    String rebuild =
        "create table n (id integer primary key, up int references node (id) on delete cascade, y"
            + " int);\ninsert into n (id, up) select id, up from node;\ndrop table node;\n"
            + "alter table n rename to node;\n";
    write("b2", "a1", rebuild, "");

    migrator().upgrade();

    assertThat(database.query("select id || ' ' || coalesce(up, '-') from node"))
        .containsExactly("1 -", "2 1", "3 2");
    assertThat(database.query("select distinct \"table\" from pragma_foreign_key_list('node')"))
        .containsExactly("node");
  }

  @Test
  void compositeKeys_andRowsWithoutRowId_stay() {
    database.execute(
        "create table p (a int, b text collate nocase, primary key (a, b)) without rowid",
        "create table c (n text primary key, a int, b text, foreign key (a, b) references p on delete"
            + " set null) without rowid",
        "insert into p values (1, 'X'), (2, 'Y')",
        "insert into c values ('one', 1, 'x'), ('gone', 9, 'z')");
    write(
        "b2",
        "a1",
        "create table p2 (a int, b text collate nocase, y int, primary key (a, b)) without rowid;\n"
            + "insert into p2 (a, b) select * from p;\ndrop table p;\n"
            + "alter table p2 rename to p;\n",
        "");

    migrator().upgrade();

    assertThat(database.query("select n || ' ' || a || ' ' || b from c"))
        .containsExactly("gone 9 z", "one 1 x");
  }

  // A copy numbers the rows of a table anew that has no number of its own.
  @Test
  void oldOrphans_stay_whenTheirTableIsMadeAnew() {
    database.execute(
        "create table c (n text, r int references t)",
        "insert into c values ('a', 1), ('b', 98), ('c', 2), ('d', 97)",
        "delete from c where n = 'a'");
    write(
        "b2",
        "a1",
        "create table c2 (n text, r int references t, y int);\n"
            + "insert into c2 (n, r) select * from c;\ndrop table c;\n"
            + "alter table c2 rename to c;\n"
            + REBUILD,
        "");

    migrator().upgrade();

    assertThat(database.query("select n || ' ' || r from c"))
        .containsExactly("b 98", "c 2", "d 97");
  }

  @Test
  void oldOrphans_stay_whenTheirTableGetsAnotherName() {
    write("b2", "a1", "alter table k rename to kid;\n" + REBUILD, "");

    migrator().upgrade();

    assertThat(database.query("select id || ' ' || r || ' ' || s from kid")).isEqualTo(CHILDREN);
  }

  @Test
  void portableDrop_isRefused_whileAKeyOfAnotherTableRefersToIt() throws IOException {
    database.execute(
        "create table c (a int, b int, constraint c_to_t foreign key (b) references t (id))",
        "create table self (id integer primary key, up int references self)");
    Files.writeString(
        folder.resolve("b2.sql"),
        "--@ revision b2\n--@ revises a1\n--@ upgrade\ndrop table self;\ndrop table t;\n");

    assertThatThrownBy(migrator()::upgrade)
        .hasMessage(
            "%s:5:1: the table t cannot be dropped: foreign keys of other tables refer to it (c_to_t of c, k_r_fkey of k, k_s_fkey of k). Drop them, or their tables, first."
                .formatted(folder.resolve("b2.sql")));
    assertNothingLost();
  }

  @Test
  void portableDrop_isMade_whenTheTablesThatReferGoBefore() throws IOException {
    Files.writeString(
        folder.resolve("b2.sql"),
        "--@ revision b2\n--@ revises a1\n--@ upgrade\ndrop table k;\ndrop table t;\n");

    migrator().upgrade();

    assertThat(database.query("select name from sqlite_schema where name in ('t', 'k')")).isEmpty();
  }

  @Test
  void upgrade_isRefused_whenForeignKeysAreOffOutsideATransaction() {
    write(
        "b2",
        "a1",
        "--@ autocommit\npragma foreign_keys = off;\n--@ autocommit\ndrop table t;\n",
        "");

    assertThatThrownBy(migrator()::upgrade)
        .hasMessage(
            "%s:7:1: a revision for which foreign keys are off, as for one that rebuilds a table, runs inside a transaction. Take \"--@ autocommit\" out."
                .formatted(folder.resolve("b2.sql")));
    assertNothingLost();
  }

  @Test
  void rebuild_isRefused_whenItsChildrenReferToNoKeyAnyMore() {
    write("b2", "a1", REBUILD.replace("id integer primary key", "id integer"), "");

    assertThatThrownBy(migrator()::upgrade)
        .hasMessage(
            "%s:7:1: after this revision SQLite could not check the foreign keys of k any more, and no row of theirs could be written: what they refer to would be neither a primary key nor unique. Make it so before the revision ends."
                .formatted(folder.resolve("b2.sql")));
    assertNothingLost();
  }

  @Test
  void tableThatRestrictsItself_isMadeAnew() {
    database.execute(
        "create table node (id integer primary key, up int references node on delete restrict)",
        "insert into node values (1, null), (2, 1)");
    write(
        "b2",
        "a1",
        "create temp table aside as select * from node;\ndrop table node;\n"
            + "create table node (id integer primary key, up int references node);\n"
            + "insert into node select * from aside;\ndrop table aside;\n",
        "");

    migrator().upgrade();

    assertThat(database.query("select id || ' ' || coalesce(up, '-') from node"))
        .containsExactly("1 -", "2 1");
  }

  // A copy of the schema without rows, on which statements are tried, has no such table.
  @Test
  void rebuild_keepsTheRowsOfATable_thatNeedsAFunctionOfAnotherProgram() throws SQLException {
    try (Connection other = database.connect();
        Statement statement = other.createStatement()) {
      Function.create(
          other,
          "of_another_program",
          new Function() {
            @Override
            protected void xFunc() throws SQLException {
              result(1);
            }
          },
          1,
          Function.FLAG_DETERMINISTIC);
      statement.execute("drop table k");
      statement.execute(
          "create table k (id integer primary key, r int references t (id) on delete cascade, s int,"
              + " check (of_another_program(id) = 1))");
      statement.execute("insert into k values (1, 1, 1), (2, 2, 2), (3, 99, 1)");
    }
    write("b2", "a1", REBUILD, "");

    Migrator.builder()
        .url(database.url())
        .scripts(folder)
        .backup(BackupPolicy.NEVER)
        .build()
        .upgrade();

    assertNothingLost();
  }
}
