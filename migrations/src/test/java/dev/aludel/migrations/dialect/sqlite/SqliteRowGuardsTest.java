package dev.aludel.migrations.dialect.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows stand in the way of a change: it is refused, and they are named. */
final class SqliteRowGuardsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "text    | '12'                | integer          | made",
        "text    | '-7'                | bigint           | made",
        "text    | null                | integer          | made",
        "text    | '012'               | integer          | id 1: '012'",
        "text    | ' 1'                | integer          | id 1: ' 1'",
        "text    | '1.0'               | integer          | id 1: '1.0'",
        "text    | '9223372036854775808' | integer        | id 1: '9223372036854775808'",
        "text    | ''                  | integer          | id 1: ''",
        "text    | 'it''s'             | integer          | id 1: 'it''s'",
        "text    | x'31'               | integer          | id 1: X'31'",
        "text    | 'true'              | boolean          | id 1: 'true'",
        "integer | 9007199254740993    | double precision | id 1: 9007199254740993",
        "integer | 9007199254740992    | double precision | made",
        "real    | 1.0                 | integer          | made",
        "real    | 1.5                 | integer          | id 1: 1.5",
        "real    | 1e300               | integer          | id 1: 1.0e+300",
        "real    | 9e999               | integer          | id 1: 9.0e+999",
        "real    | -9223372036854774784.0 | bigint        | made",
        "real    | -9223372036854775808.0 | bigint        | id 1: -9.2233720368547758e+18",
        "real    | 9223372036854775808.0 | integer        | id 1: 9.2233720368547758e+18",
        "real    | 0.1                 | text             | made",
        "integer | 5                   | text             | made",
        "text    | 'abcde'             | varchar(5)       | made",
        "text    | '日本日本日本'        | varchar(5)       | id 1: '日本日本日本'",
        "text    | 'abcdef'            | varchar(5)       | id 1: 'abcdef'",
        "text    | 'abcdef'            | character varying ( 5 ) | id 1: 'abcdef'",
        "integer | 123456              | varchar(5)       | id 1: 123456",
        "text    | '2020-01-01'        | date             | made",
        "text    | '2020-01-01 10:00'  | timestamp        | made",
        "text    | '2020.10'           | timestamp        | id 1: '2020.10'",
        "text collate rtrim | '12 '    | integer          | id 1: '12 '",
        "text    | '1.50'              | numeric(10,2)    | id 1: '1.50'",
        "text    | x'00ff'             | blob             | made"
      })
  void setType_keepsTheValueOrNamesTheRow(String before, String value, String type, String outcome)
      throws SQLException {
    try (Scenario scenario =
        Scenario.of(
            "create table t (id integer primary key, x " + before + ")",
            "insert into t values (1, " + value + ")")) {
      String refusal =
          "the column x of t cannot become %s, because these values would change or do not fit: "
              .formatted(type.equals("blob") ? "bytea" : type);

      assertThat(scenario.run("alter table t alter column x set data type " + type))
          .isEqualTo(outcome.equals("made") ? outcome : refusal + outcome);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "any  | x'31' | text  | text  | id 1: X'31'",
        "any  | '31'  | text  | text  | made",
        "any  | 31    | text  | text  | made",
        "any  | '31'  | bytea | blob  | id 1: '31'",
        "any  | x'31' | bytea | blob  | made",
        "any  | null  | bytea | blob  | made"
      })
  void setType_keepsTheValueOrNamesTheRow_inAStrictTable(
      String before, String value, String type, String word, String outcome) throws SQLException {
    try (Scenario scenario =
        Scenario.of(
            "create table t (id integer primary key, x " + before + ") strict",
            "insert into t values (1, " + value + ")")) {
      String refusal =
          "the column x of t cannot become %s, because these values would change or do not fit: "
              .formatted(word);

      assertThat(scenario.run("alter table t alter column x set data type " + type))
          .isEqualTo(outcome.equals("made") ? outcome : refusal + outcome);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "alter column d set not null | the column d of t cannot become not null, because it is null in these rows: id 3: NULL",
        "add constraint u unique (x) | (x) of t cannot become unique, because these values are there more than once: 5",
        "add unique (x, d)           | made",
        "add constraint c check (x < 6) | t cannot get the check c, because these rows break it: id 3: 6",
        "add constraint c check (x < 6), drop constraint c | t cannot get the check c, because these rows break it: id 3: 6",
        "add constraint c check (x < 6), drop constraint c, alter column x set data type int | t cannot get the check c, because these rows break it: id 3: 6",
        "add constraint c check (x < 7), drop constraint c, alter column x set data type int | made",
        "add check (d is not null)   | t cannot get the check, because these rows break it: id 3: NULL",
        "add constraint f foreign key (x) references p (id) | t cannot get the foreign key f to p, because these rows have no row there: id 3: 6",
        "add foreign key (x) references gone (id) | b2.sql:1:1: there is no table gone for a foreign key of t to refer to.",
        "add foreign key (x, d) references p (id) | b2.sql:1:1: the foreign key to p names 2 columns, and 1 there.",
        "add foreign key (x) references p (code) | b2.sql:1:1: the foreign key to p refers to (code), which is neither the primary key nor unique there.",
        "add check (\"no pe\" > 1)   | b2.sql:1:1: the check names \"no pe\", and t has no such column. It has: id, x, d.",
        "add unique (nope)           | b2.sql:1:1: the table t has no column nope. It has: id, x, d.",
        "add foreign key (nope) references p (id) | b2.sql:1:1: the table t has no column nope. It has: id, x, d.",
        "add column y text not null  | the column y of t cannot be added: it is not null and has no default, and these rows are there: id 1: NULL; id 2: NULL; id 3: NULL",
        "add column y int default 1 unique | (y) of t cannot become unique, because these values are there more than once: 1",
        "add column y int default 9 check (y < 5) | t cannot get the check, because these rows break it: id 1: 9; id 2: 9; id 3: 9",
        "add column y int default 9 references p (id) | t cannot get the foreign key to p, because these rows have no row there: id 1: 9; id 2: 9; id 3: 9",
        "add column y int default 5 references p (id) | made"
      })
  void change_namesTheRowsInTheWay(String change, String outcome) throws SQLException {
    try (Scenario scenario =
        Scenario.of(
            "create table p (id integer primary key, code text)",
            "insert into p values (5, 'a')",
            "create table t (id integer primary key, x int, d text)",
            "insert into t values (1, 5, 'a'), (2, 5, 'b'), (3, 6, null)")) {
      assertThat(scenario.run("alter table t " + change)).isEqualTo(outcome);
    }
  }

  @Test
  void addPrimaryKey_namesTheRows_whenTheyAreNoIntegers() throws SQLException {
    try (Scenario scenario =
        Scenario.of("create table t (x integer)", "insert into t values ('a'), (1), (2)")) {
      assertThat(scenario.run("alter table t add primary key (x)"))
          .isEqualTo(
              "(x) of t cannot become a primary key, because these values are there more than once, or are null, or are no integers: 'a'");
    }
  }

  @Test
  void setType_namesTheRow_whenANullInTheKeyWouldBecomeANumber() throws SQLException {
    try (Scenario scenario =
        Scenario.of("create table t (x text primary key)", "insert into t values ('1'), (null)")) {
      assertThat(scenario.run("alter table t alter column x set data type integer"))
          .isEqualTo(
              "the column x of t cannot become integer, because these values would change or do not fit: x NULL: NULL");
    }
  }

  @Test
  void guards_seeTheColumnsOfTheSameRevision() throws SQLException {
    try (Scenario scenario =
        Scenario.of(
            "create table t (id integer primary key, x int)",
            "insert into t values (1, 5), (2, 5)")) {
      assertThat(
              scenario.run(
                  "alter table t add column y int unique, add constraint u unique (y), alter column x set data type bigint"))
          .isEqualTo(Scenario.MADE);
      assertThat(scenario.run("alter table t add column z int, alter column z set not null"))
          .isEqualTo(
              "the column z of t cannot become not null, because it is null in these rows: id 1: NULL; id 2: NULL");
    }
  }

  @ParameterizedTest
  @CsvSource({"aludel_rowid int, row 7", "aludel_key0 int primary key desc, aludel_key0 5"})
  void guards_tellRowsAndColumnsApart_whateverTheirNames(String column, String row)
      throws SQLException {
    try (Scenario scenario =
        Scenario.of(
            "create table t (" + column + ", x int)",
            "insert into t (rowid, " + column.split(" ", 2)[0] + ") values (7, 5)")) {
      assertThat(scenario.run("alter table t add column y int, alter column x set not null"))
          .isEqualTo(
              "the column x of t cannot become not null, because it is null in these rows: "
                  + row
                  + ": NULL");
    }
  }

  @Test
  void columnAddedAgain_startsWithoutTheOldValues() throws SQLException {
    try (Scenario scenario =
        Scenario.of(
            "create table t (id integer primary key, x int unique)",
            "insert into t values (1, 5)")) {
      assertThat(scenario.run("alter table t drop column x, add column x text default 'new'"))
          .isEqualTo(Scenario.MADE);
      assertThat(scenario.query("select * from t")).containsExactly("1 new");
    }
  }
}
