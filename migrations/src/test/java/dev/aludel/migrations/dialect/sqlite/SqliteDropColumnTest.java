package dev.aludel.migrations.dialect.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Dropping a column takes along, and refuses, what PostgreSQL does. */
final class SqliteDropColumnTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "create view v as select x from t                    | the view v depends",
        "create view v as select * from t                    | *",
        "create view v as select id from t where \"x\" > 1   | the view v depends",
        "create view v as select 'x' as c from t             | made",
        "create view v as select x.id from t as x            | made",
        "create trigger tr after update of x on t begin select 1; end | the trigger tr depends",
        "create trigger tr after insert on t begin select new.x; end  | the trigger tr depends",
        "create trigger tr after insert on p begin update t set x = 1; end | the trigger tr depends",
        "create table k (r int references t (x))             | the foreign key of k depends",
        "create table k (r int references t (id))            | made"
      })
  void dropColumn_isRefused_whenSomethingDependsOnIt(String dependent, String outcome)
      throws SQLException {
    try (Scenario scenario =
        Scenario.of(
            "create table p (id integer primary key)",
            "create table t (id integer primary key, x int unique)",
            dependent)) {
      String expected =
          switch (outcome) {
            case "made" -> outcome;
            case "*" ->
                "b2.sql:1:1: the table t cannot be changed so: the view v shows all of its columns, and PostgreSQL keeps those that a view had when it was made. Drop the view first, and make it again behind the change.";
            default ->
                "b2.sql:1:1: the column x of t cannot be dropped: %s on it. Drop or change what depends on it first."
                    .formatted(outcome);
          };

      assertThat(scenario.run("alter table t drop column x")).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "g int as (x + 1),the generated column g depends",
    "p int references t (x),a foreign key of the table itself depends"
  })
  void dropColumn_isRefused_whenTheTableItselfDependsOnIt(String column, String obstacle)
      throws SQLException {
    try (Scenario scenario =
        Scenario.of("create table t (id integer primary key, x int unique, " + column + ")")) {
      assertThat(scenario.run("alter table t drop column x"))
          .isEqualTo(
              "b2.sql:1:1: the column x of t cannot be dropped: %s on it. Drop or change what depends on it first."
                  .formatted(obstacle));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "(x int, y int check (x > y), z int check (z <> 'x'))  | (y int , z int check (z <> 'x'))",
        "(y int, x int, unique (y, x), unique (y))             | (y int, unique (y))",
        "(y int, x int, unique (x) check (x > y) unique (y))   | (y int,   unique (y))",
        "(y int, x int, unique (y) check (x > y))              | (y int, unique (y) )",
        "(y int, x int, check (date(y) <> 'x'), check (\"x\" > 1)) | (y int, check (date(y) <> 'x'))",
        "(y int, x int, foreign key (x) references p (id))     | (y int)",
        "(x int, y int, primary key (x, y))                    | ( y int)",
        "(y int, -- of y\\n x int, -- of x\\n z int)         | (y int, -- of y\\n z int)"
      })
  void dropColumn_takesItsConstraints_andLeavesTheOthers(String before, String after)
      throws SQLException {
    try (Scenario scenario =
        Scenario.of(
            "create table p (id integer primary key)",
            "create table t " + before.replace("\\n", "\n"),
            "insert into t (y) values (1)")) {
      assertThat(scenario.run("alter table t drop column x")).isEqualTo(Scenario.MADE);

      assertThat(scenario.sql("t").replaceAll("(?i)^create table \"?t\"?\\s*", "").replace(" ", ""))
          .isEqualTo(after.replace("\\n", "\n").replace(" ", ""));
      assertThat(scenario.query("select y from t")).containsExactly("1");
    }
  }

  @Test
  void dropColumn_takesItsIndexes_andLeavesTheOthers() throws SQLException {
    try (Scenario scenario =
        Scenario.of(
            "create table t (id integer primary key, date text, y int unique)",
            "create index i1 on t (date)",
            "create index i2 on t (y) where \"date\" > 1",
            "create index i3 on t (y, lower([date]))",
            "create index i4 on t (date(y))",
            "create index i5 on t (y) where y <> 'date'")) {
      assertThat(scenario.run("alter table t drop column date")).isEqualTo(Scenario.MADE);

      assertThat(
              scenario.query("select name from sqlite_schema where type = 'index' and sql <> ''"))
          .containsExactly("i4", "i5");
    }
  }

  @Test
  void dropColumn_isRefused_whenItIsTheOnlyOneOrNone() throws SQLException {
    try (Scenario scenario = Scenario.of("create table t (x int)")) {
      assertThat(scenario.run("alter table t drop column x"))
          .isEqualTo("b2.sql:1:1: x is the only column of t. Drop the table instead.");
      assertThat(scenario.run("alter table t drop column nope"))
          .isEqualTo("b2.sql:1:1: the table t has no column nope. It has: x.");
    }
  }
}
