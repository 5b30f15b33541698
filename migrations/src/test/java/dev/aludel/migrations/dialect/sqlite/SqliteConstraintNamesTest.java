package dev.aludel.migrations.dialect.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.migrations.run.TestDatabase;
import dev.aludel.migrations.run.TestDatabase.Kind;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Constraints without a name answer to the name that PostgreSQL itself gives them. */
final class SqliteConstraintNamesTest {
  private static final String LONG = "a_name_of_a_table_that_is_rather_long_for_a_name_of_a_table";

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "documents (path text unique)",
        "functions (document_id integer references parent (id))",
        "functions (a integer, b integer, foreign key (a) references parent (id), unique (a, b))",
        "t (id integer primary key)",
        "t (a integer, b integer, primary key (b, a))",
        "t (x integer check (x > 0))",
        "t (x integer, y integer check (x > y))",
        "t (x integer, y integer check (x > 0))",
        "t (x integer check (1 > 0))",
        "t (x integer, check (x > 0 and x < 10))",
        "t (\"a b\" integer check (\"a b\" > 0))",
        "t (date text, y integer check (length(date) > y))",
        LONG + " (a_rather_long_column integer unique, x integer check (x > 0))",
        LONG + " (日本語の列の名前はとても長いです text unique)",
      })
  void dropConstraint_takesTheNameThatPostgresGives(String table) throws SQLException {
    String name = table.substring(0, table.indexOf(' '));
    for (String constraint : namesOnPostgres(table, name)) {
      try (Scenario scenario =
          Scenario.of("create table parent (id integer primary key)", "create table " + table)) {
        int before = size(scenario.sql(name));

        assertThat(scenario.run("alter table " + name + " drop constraint \"" + constraint + "\""))
            .isEqualTo(Scenario.MADE);
        assertThat(size(scenario.sql(name))).as(scenario.sql(name)).isLessThan(before);
      }
    }
  }

  private static int size(String sql) {
    TableText table = TableTextParser.parse(sql);
    return (int)
        table.all().stream().filter(one -> one.kind() != ConstraintText.Kind.NOT_NULL).count();
  }

  private List<String> namesOnPostgres(String table, String name) {
    try (TestDatabase postgres = Kind.POSTGRESQL.open(folder)) {
      postgres.execute("create table parent (id integer primary key)", "create table " + table);
      List<String> names =
          postgres.query(
              "select conname from pg_constraint where contype <> 'n' and conrelid = '%s'::regclass"
                  .formatted(name));
      assertThat(names).isNotEmpty();
      return names;
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "t_x_check | 2 constraints that answer to t_x_check",
        "t_y_check | no constraints that answer to t_y_check",
        "twice     | 2 constraints that answer to twice"
      })
  void dropConstraint_isRefused_whenTheNameFitsNoneOrTwo(String name, String found)
      throws SQLException {
    try (Scenario scenario =
        Scenario.of(
            "create table t (x int check (x > 0) check (x < 9), y int unique, constraint twice unique (x), constraint twice check (y > 0))")) {
      assertThat(scenario.run("alter table t drop constraint " + name))
          .isEqualTo(
              "b2.sql:1:1: the table t has %s. It has: t_x_check, t_x_check, t_y_key, twice, twice."
                  .formatted(found));
    }
  }

  @Test
  void dropConstraint_takesTheGivenName_whenAnotherHasItByDefault() throws SQLException {
    try (Scenario scenario =
        Scenario.of("create table t (x int check (x > 0), constraint t_x_check check (1))")) {
      assertThat(scenario.run("alter table t drop constraint t_x_check")).isEqualTo(Scenario.MADE);
      assertThat(scenario.sql("t")).contains("check (x > 0)").doesNotContain("constraint");
    }
  }

  @Test
  void dropConstraint_isRefused_whenAForeignKeyNeedsIt() throws SQLException {
    try (Scenario scenario =
        Scenario.of(
            "create table t (id integer primary key, code text unique)",
            "create table k (r text references t (code))")) {
      assertThat(scenario.run("alter table t drop constraint t_code_key"))
          .isEqualTo(
              "b2.sql:1:1: the table t cannot be changed so: the foreign key of k would not work any more. Drop or change what depends on it first.");
    }
  }

  @Test
  void addConstraint_isRefused_whenTheNameIsTaken() throws SQLException {
    try (Scenario scenario = Scenario.of("create table t (x int, constraint c check (x > 0))")) {
      assertThat(scenario.run("alter table t add constraint C unique (x)"))
          .isEqualTo("b2.sql:1:1: the table t has a constraint C already.");
    }
  }

  @Test
  void primaryKey_leavesNotNullBehind_whenItGoes() throws SQLException {
    try (Scenario scenario = Scenario.of("create table t (id integer primary key, x int)")) {
      assertThat(scenario.run("alter table t alter column id drop not null"))
          .isEqualTo(
              "b2.sql:1:1: the column id of t is in the primary key, which takes no nulls. Drop the primary key first.");
      assertThat(
              scenario.run(
                  "alter table t drop constraint t_pkey", "alter table t add primary key (x)"))
          .isEqualTo(Scenario.MADE);
      assertThat(scenario.query("select name, \"notnull\", pk from pragma_table_info('t')"))
          .containsExactly("id 1 0", "x 1 1");
    }
  }
}
