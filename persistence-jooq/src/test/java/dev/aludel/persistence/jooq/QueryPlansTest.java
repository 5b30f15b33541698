package dev.aludel.persistence.jooq;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.migrations.sql.DatabaseProduct;
import dev.aludel.persistence.jooq.statement.StatementCompiler;
import dev.aludel.persistence.testkit.TestDatabase;
import dev.aludel.test.FreshDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Query;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * No statement of a repository reads a whole table, or sorts one, but for those named here: all
 * that the repositories compile are explained on both databases, with rows in every table.
 */
final class QueryPlansTest {

  /**
   * A step of a statement that does what no other may.
   *
   * @param sql the statement, without quotation marks
   * @param step the step in the words of either database
   */
  private record Allowed(String why, String sql, String step) {

    boolean fits(String statement, String found) {
      return statement.replace("\"", "").matches(sql) && found.matches(step);
    }
  }

  private static final List<Allowed> ALLOWED =
      List.of(
          new Allowed(
              "The count of all is about every row.", "select count\\(\\*\\) from \\w+", ".*"),
          new Allowed(
              "Statistics are about every row.",
              "select count\\(\\*\\), .* from uncertainty_log",
              ".*uncertainty_log.*|.*idx_uncertainty.*"),
          new Allowed(
              "A range of confidence is met from the newest on, or sorted when few are unresolved.",
              "select .* from uncertainty_log where .*confidence_score between .*",
              ".*idx_uncertainty_created_time.*|Sort"),
          new Allowed(
              "A neighbourhood is found by indexes, and as large as its depth allows.",
              "with recursive reached.*",
              "USE TEMP B-TREE FOR ORDER BY|Sort"),
          new Allowed(
              "What an overtaken call tells is a page, which was found by an index.",
              "select later.* from sessions left outer join .*",
              "SCAN later LEFT-JOIN"));

  @Test
  void noStatementScansATable_onSqlite() throws SQLException {
    try (TestDatabase database = TestDatabases.sqliteFile();
        Connection connection = TestDatabases.connect(database.url())) {
      FilledDatabase.fill(connection);

      assertThat(scans(statements(DatabaseProduct.SQLITE), new SqlitePlans(connection))).isEmpty();
    }
  }

  @Test
  void noStatementScansATable_onPostgres() throws SQLException {
    try (FreshDatabase database = Templates.postgres().copy();
        Connection connection = PostgresPlans.connect(database)) {
      FilledDatabase.fill(connection);

      assertThat(scans(statements(DatabaseProduct.POSTGRESQL), new PostgresPlans(connection)))
          .isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(FilledDatabase.Values.class)
  void noListScansATable_whenPostgresMadeItsPlanForAllValues(FilledDatabase.Values values)
      throws SQLException {
    try (FreshDatabase database = Templates.postgres().copy();
        Connection connection = PostgresPlans.connect(database)) {
      PostgresPlans plans = new PostgresPlans(connection);
      List<Query> lists =
          statements(DatabaseProduct.POSTGRESQL).stream()
              .filter(statement -> plans.explainable(statement).contains("fetch next (select "))
              .toList();
      assertThat(lists).hasSizeGreaterThan(20);

      assertThat(scans(lists, plans)).as("empty").isEmpty();
      FilledDatabase.insert(connection, values, 1, 10);
      FilledDatabase.analyze(connection);
      assertThat(scans(lists, plans)).as("small").isEmpty();
      FilledDatabase.insert(connection, values, 11, FilledDatabase.ROWS);
      assertThat(scans(lists, plans)).as("grown").isEmpty();
      FilledDatabase.analyze(connection);
      assertThat(scans(lists, plans)).as("grown and analyzed").isEmpty();
    }
  }

  private static List<String> scans(List<Query> statements, Plans plans) throws SQLException {
    List<String> scans = new ArrayList<>();
    for (Query statement : statements) {
      String sql = plans.explainable(statement);
      plans.scans(sql).stream()
          .filter(step -> ALLOWED.stream().noneMatch(allowed -> allowed.fits(sql, step)))
          .forEach(step -> scans.add(sql + "\n  " + step));
    }
    return scans;
  }

  private static List<Query> statements(DatabaseProduct product) {
    List<Query> statements = new ArrayList<>();
    StatementFiles.compile(new StatementCompiler(product, statements::add));
    assertThat(statements).hasSizeGreaterThan(10);
    return statements;
  }

  @Test
  void sqlitePlan_isAScan_whenNoIndexHelps() throws SQLException {
    try (TestDatabase database = TestDatabases.sqliteFile();
        Connection connection = TestDatabases.connect(database.url())) {
      assertFindsScans(new SqlitePlans(connection));
    }
  }

  @Test
  void postgresPlan_isAScan_whenNoIndexHelps() throws SQLException {
    try (FreshDatabase database = Templates.postgres().copy();
        Connection connection = PostgresPlans.connect(database)) {
      FilledDatabase.fill(connection);
      assertFindsScans(new PostgresPlans(connection));
    }
  }

  private static void assertFindsScans(Plans plans) throws SQLException {
    assertThat(plans.scans("select id from sessions where id = 's'")).isEmpty();
    assertThat(plans.scans("select id from sessions where user_id = 's'")).isEmpty();
    assertThat(plans.scans("update sessions set name = 'x' where id = 's'")).isEmpty();
    assertThat(plans.scans("insert into projects (id, name) values (1, 'x')")).isEmpty();
    assertThat(plans.scans("select id from sessions where name = 'x'")).isNotEmpty();
    assertThat(plans.scans("select count(*) from sessions")).isNotEmpty();
    assertThat(plans.scans("delete from sessions where name = 'x'")).isNotEmpty();
    assertThat(plans.scans("select id from sessions order by name limit 1")).isNotEmpty();
    assertThat(
            plans.scans("select id from sessions where name = 'x' order by updated_time limit 1"))
        .isNotEmpty();
    assertThat(plans.scans("select a.id from sessions a, sessions b where a.id = 's'"))
        .isNotEmpty();
  }
}
