package dev.aludel.persistence.jooq;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.persistence.jooq.statement.StatementCompiler;
import dev.aludel.persistence.testkit.TestDatabase;
import dev.aludel.test.FreshDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jooq.SQLDialect;
import org.junit.jupiter.api.Test;

/**
 * No statement of a repository reads a whole table, or sorts one, but for those named here: all
 * that the repositories compile are explained on both databases, with rows in every table.
 */
final class QueryPlansTest {

  /** Statements whose answer is about every row, whatever they do. */
  private static final List<Pattern> ABOUT_EVERY_ROW =
      Stream.of(
              // The count of all.
              "select count\\(\\*\\) from \"?\\w+\"?")
          .map(Pattern::compile)
          .toList();

  @Test
  void noStatementScansATable_onSqlite() throws SQLException {
    try (TestDatabase database = TestDatabases.sqliteFile();
        Connection connection = TestDatabases.connect(database.url())) {
      FilledDatabase.fill(connection);

      assertThat(scans(SQLDialect.SQLITE, new SqlitePlans(connection))).isEmpty();
    }
  }

  @Test
  void noStatementScansATable_onPostgres() throws SQLException {
    try (FreshDatabase database = Templates.postgres().copy();
        Connection connection = PostgresPlans.connect(database)) {
      FilledDatabase.fill(connection);

      assertThat(scans(SQLDialect.POSTGRES, new PostgresPlans(connection))).isEmpty();
    }
  }

  private static List<String> scans(SQLDialect dialect, Plans plans) throws SQLException {
    List<String> statements = new ArrayList<>();
    Ports ports = new Ports(new StatementCompiler(dialect, statements::add));
    assertThat(ports).isNotNull();
    assertThat(statements).hasSizeGreaterThan(10);
    List<String> scans = new ArrayList<>();
    for (String sql : statements) {
      boolean isAboutEveryRow =
          ABOUT_EVERY_ROW.stream().anyMatch(pattern -> pattern.matcher(sql).matches());
      List<String> found = plans.scans(sql);
      if (!found.isEmpty() && !isAboutEveryRow) {
        scans.add(sql + "\n  " + String.join("\n  ", found));
      }
    }
    return scans;
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
