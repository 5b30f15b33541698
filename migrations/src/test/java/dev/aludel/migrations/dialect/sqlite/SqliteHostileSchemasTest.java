package dev.aludel.migrations.dialect.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sqlite.Function;

/** Schemas that a rebuild could trip over. */
final class SqliteHostileSchemasTest {
  private static final String REBUILD = "alter table t alter column x set data type bigint";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(rowid text, x int)",
        "(rowid text, oid text, x int)",
        "(rowid text, oid text, _rowid_ text, x int)",
        "(x int, check (t.x <> 1 and \"T\".'x' <> 2 and main.t.x <> 3))",
        "(x int, y int default(5)not null,\"z\"text check(z<>'t.x'))",
        "(x int, y generated always as (x + 1) stored, z text generated always)",
        "(x int references p not null deferrable initially deferred, y int references p)",
        "(x int, primary key ((x)), unique (('x') desc))",
        "(x int unique on conflict replace, constraint a constraint b check (x <> 1) constraint c)",
        "(x int, y text collate nocase primary key) without rowid",
        "(x int, y any) strict"
      })
  void rebuild_keepsTextAndRows(String definition) throws SQLException {
    try (Scenario scenario =
        Scenario.of("create table p (id integer primary key)", "create table t " + definition)) {
      scenario.execute(
          "create trigger log after insert on p begin update t set x = 1 where x = new.id; end");
      if (definition.endsWith("rowid")) {
        scenario.execute("insert into t (x, y) values (7, 'a'), (9, 'b')");
      } else {
        scenario.execute("insert into t (x) values (7), (9)", "delete from t where x = 7");
      }
      String before = scenario.sql("t");
      boolean strict = definition.endsWith("strict");

      assertThat(scenario.run(strict ? REBUILD.replace("bigint", "integer") : REBUILD))
          .isEqualTo(Scenario.MADE);

      assertThat(withoutQualifiers(scenario.sql("t")))
          .isEqualTo(
              withoutQualifiers(
                  before
                      .replace("CREATE TABLE t", "CREATE TABLE \"t\"")
                      .replaceFirst("\\(x int|(?<=, )x int", strict ? "x integer" : "x bigint")));
      assertThat(scenario.query("select max(x), count(*) from t"))
          .containsExactly(definition.endsWith("rowid") ? "9 2" : "9 1");
    }
  }

  private static String withoutQualifiers(String sql) {
    return sql.replaceAll("(?i)(main\\.)?\"?\\bt\"?\\.(?!x')", "").replaceAll("[(\"']", "");
  }

  @Test
  void rebuild_isRefused_whileATemporaryObjectDependsOnTheTable() throws SQLException {
    try (Scenario scenario = Scenario.of("create table t (x int)", "insert into t values (1)")) {
      scenario.execute("create temp trigger tt after insert on t begin select 1; end");
      assertThat(scenario.run(REBUILD))
          .isEqualTo(
              "t cannot be rebuilt while these temporary objects of the connection depend on it or"
                  + " have its name: trigger tt");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {REBUILD, "alter table t rename to u", "alter table t add column y int"})
  void alter_isRefused_whileSomethingTemporaryHasTheNameOfTheTable(String change)
      throws SQLException {
    try (Scenario scenario =
        Scenario.of("create table t (x int)", "create temp view T as select 1")) {
      assertThat(scenario.run(change))
          .isEqualTo(
              "b2.sql:1:1: t cannot be altered while a temporary table or view of the connection"
                  + " has its name.");
    }
  }

  @Test
  void temporaryTables_areNotTakenForThoseThatTheyHide() throws SQLException {
    try (Scenario scenario =
        Scenario.of(
            "create table p (id integer primary key)",
            "create table t (id integer primary key, x int)",
            "create table k (r int references t (id))",
            "insert into p values (5)",
            "insert into t values (1, 5)",
            "insert into k values (7)",
            "create temp table p (y)",
            "create temp table k (r int)")) {
      assertThat(scenario.run(REBUILD, "alter table t add foreign key (x) references p"))
          .isEqualTo(Scenario.MADE);
      assertThat(
              scenario.runVerbatim(
                  "insert into main.k values (9)", REBUILD.replace("bigint", "text")))
          .isEqualTo(
              "these rows would break a foreign key, and did not before: k, key r>id to t: 1 row (rowid 2)");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "other.t | b2.sql:1:1: other.t cannot be altered: in SQLite, revisions change the tables of"
            + " the main schema alone. Write t.",
        "temp.t  | b2.sql:1:1: temp.t cannot be altered: in SQLite, revisions change the tables of"
            + " the main schema alone. Write t.",
        "main.t  | made",
        "nope    | b2.sql:1:1: there is no table nope to alter.",
        "v       | b2.sql:1:1: there is no table v to alter.",
        "f       | b2.sql:1:1: f cannot be altered: it is a virtual table.",
        "f_data  | b2.sql:1:1: f_data cannot be altered: it is a shadow table."
      })
  void alter_changesTablesOfTheMainSchemaAlone(String table, String outcome) throws SQLException {
    try (Scenario scenario =
        Scenario.of(
            "create table t (x int)",
            "create view v as select 1 as x",
            "create virtual table f using fts5 (x)",
            "insert into f values ('kept')",
            "attach ':memory:' as other",
            "create table other.t (x int)")) {
      assertThat(scenario.run("alter table " + table + " alter column x set data type bigint"))
          .isEqualTo(outcome);
      assertThat(scenario.query("select * from f where f match 'kept'")).containsExactly("kept");
      assertThat(scenario.query("select type from other.pragma_table_info('t')"))
          .containsExactly(outcome.equals("made") ? "bigint" : "INT");
    }
  }

  @Test
  void rebuild_isRefused_whenTheTableNeedsWhatIsNotHere() throws SQLException {
    try (Scenario scenario = Scenario.of("create table t (x int)", "create table u (x int)")) {
      Function.create(
          scenario.connection(),
          "twice",
          new Function() {
            @Override
            protected void xFunc() throws SQLException {
              result(2 * value_int(0));
            }
          },
          1,
          Function.FLAG_DETERMINISTIC);
      scenario.execute("create index ix on t (twice(x))");

      assertThat(scenario.run(REBUILD))
          .isEqualTo(
              "b2.sql:1:1: t cannot be altered: the index ix needs what is not here (no such"
                  + " function: twice).");
      assertThat(scenario.run("alter table u alter column x set data type bigint"))
          .isEqualTo(Scenario.MADE);
    }
  }

  @Test
  void allColumnsMayGo_whenAKeyComesAndThereAreNoRows() throws SQLException {
    try (Scenario scenario = Scenario.of("create table t (x int unique)")) {
      assertThat(
              scenario.run(
                  "alter table t add column id integer primary key", "alter table t drop column x"))
          .isEqualTo(Scenario.MADE);
      assertThat(scenario.query("select count(*) from t")).containsExactly("0");
    }
  }

  @Test
  void namesThatDifferInCase_areOneInAsciiAlone() throws SQLException {
    try (Scenario scenario = Scenario.of("create table t (\"é\" int, \"É\" int, X int)")) {
      assertThat(
              scenario.run(
                  "alter table T alter column \"É\" set data type bigint, alter column x set"
                      + " default 1"))
          .isEqualTo(Scenario.MADE);
      assertThat(scenario.query("select name, type from pragma_table_info('t')"))
          .containsExactly("é INT", "É bigint", "X INT");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "alter table t rename column x to y    | \"alter table t rename column x to y\": error in"
            + " table t after rename: duplicate column name: y",
        "alter table t rename column nope to z | \"alter table t rename column nope to z\": no such"
            + " column: \"nope\"",
        "alter table t rename to u             | \"alter table t rename to u\": there is already"
            + " another table or index with this name: u"
      })
  void rename_isRefusedInSqlitesWords(String statement, String words) throws SQLException {
    try (Scenario scenario =
        Scenario.of("create table t (x int, y int)", "create table u (x int)")) {
      assertThat(scenario.run(statement))
          .isEqualTo("b2.sql:1:1: SQLite does not take %s.".formatted(words));
    }
  }

  @Test
  void commentsAndBlanks_areWhatSqliteTakesForThem() throws SQLException {
    try (Scenario scenario =
        Scenario.of("create table t (x int -- one 'line\r, of \"two\n,\uFEFFy int)")) {
      assertThat(scenario.run(REBUILD, "alter table t drop column y")).isEqualTo(Scenario.MADE);
      assertThat(scenario.sql("t"))
          .isEqualTo("CREATE TABLE \"t\" (x bigint -- one 'line\r, of \"two\n\uFEFF)");
    }
  }

  @Test
  void commentsWithinAName_stay() throws SQLException {
    try (Scenario scenario =
        Scenario.of("create table t (x int, check (main /* a */ . t -- b\n . x /* c */ > 0))")) {
      assertThat(scenario.run(REBUILD)).isEqualTo(Scenario.MADE);
      assertThat(scenario.sql("t").replaceAll(" +", " "))
          .isEqualTo("CREATE TABLE \"t\" (x bigint, check ( /* a */ -- b\n \"x\" /* c */ > 0))");
    }
  }

  @Test
  void textsInDoubleQuotes_areNotTakenForTheColumn() throws SQLException {
    try (Scenario scenario =
        Scenario.of("create table t (x int, y text, check (y <> \"abc\"), check (x <> 1))")) {
      assertThat(scenario.run("alter table t drop column x")).isEqualTo(Scenario.MADE);
      assertThat(scenario.sql("t")).contains("check (y <> \"abc\")");
    }
  }

  @Test
  void brokenViews_doNotStopAChange() throws SQLException {
    try (Scenario scenario =
        Scenario.of("create table t (x int, y int)", "create view v as select * from nowhere")) {
      assertThat(scenario.run(REBUILD, "alter table t drop column y")).isEqualTo(Scenario.MADE);
    }
  }

  @Test
  void integerPrimaryKey_staysTheRowid_whenItBecomesBigint() throws SQLException {
    try (Scenario scenario =
        Scenario.of(
            "create table t (id integer primary key autoincrement)", "insert into t values (7)")) {
      assertThat(scenario.run("alter table t alter column id set data type bigint"))
          .isEqualTo(Scenario.MADE);
      scenario.execute("insert into t default values");
      assertThat(scenario.query("select rowid, id from t")).containsExactly("7 7", "8 8");
    }
  }
}
