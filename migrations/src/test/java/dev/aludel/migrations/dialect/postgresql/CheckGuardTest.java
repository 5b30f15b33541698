package dev.aludel.migrations.dialect.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.migrations.dialect.TranslatedStatement;
import dev.aludel.migrations.dialect.TranslatedStatement.Purpose;
import dev.aludel.migrations.revision.Direction;
import dev.aludel.migrations.script.RevisionScript;
import dev.aludel.migrations.sql.DatabaseProduct;
import dev.aludel.test.FreshDatabase;
import dev.aludel.test.TestPostgres;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows stand in the way of a check: PostgreSQL is asked which, and they are named. */
final class CheckGuardTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "t check (x between -1 and 1)     | id 2: 1.5; id 3: \"NaN\"",
        "public.t check (x <= 1)          | id 2: 1.5; id 3: \"NaN\"",
        "t check (x <= 2 and d <> 'it''s') | id 2: 1.5, \"it's\"; id 3: \"NaN\", null",
        "t check (\"T t\" is null)        | id 1: true",
        "t check (1 > 2)                  | id 1; id 2; id 3",
        "t check (x > -7 or d = 'x')      | ~~",
        "pair check (v > 1)               | b 2, a \"one\": 1",
        "heap check (v > 1)               | row (0,1): 1",
        "\"O'dd\" check (\"O'dd\" > 1)    | row (0,1): 1",
      })
  void guard_namesTheRowsInTheWay(String change, String offenders) throws SQLException {
    assertThat(offenders(change.replace(" check", " add constraint c check"))).isEqualTo(offenders);
  }

  @Test
  void complaint_namesTheTableAndTheCheck() {
    assertThat(guard("public.t add check (x < 1)").complaint())
        .isEqualTo("t cannot get the check, because these rows break it");
    assertThat(guard("t add constraint \"c d\" check (x < 1)").complaint())
        .isEqualTo("t cannot get the check \"c d\", because these rows break it");
  }

  private static String offenders(String change) throws SQLException {
    try (FreshDatabase database = TestPostgres.freshDatabase();
        Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "create table t (id integer primary key, x float, d text, \"T t\" boolean)");
      statement.execute(
          "insert into t values (1, 0.5, 'a', true), (2, 1.5, 'it''s', null), (3, 'NaN', null, null)");
      statement.execute("create table pair (a text, v int, b int, primary key (b, a))");
      statement.execute("insert into pair values ('one', 1, 2)");
      statement.execute("create table heap (v int)");
      statement.execute("insert into heap values (1)");
      statement.execute("create table \"O'dd\" (\"O'dd\" int)");
      statement.execute("insert into \"O'dd\" values (1)");
      List<String> found = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery(guard(change).sql())) {
        while (rows.next()) {
          found.add(rows.getString(1));
        }
      }
      return String.join("; ", found);
    }
  }

  private static TranslatedStatement guard(String change) {
    String script = "--@ revision a1\n--@ revises base\n--@ upgrade\nalter table " + change + ";\n";
    try (PostgresTranslation translation = new PostgresTranslation()) {
      List<TranslatedStatement> statements =
          translation
              .translate(
                  RevisionScript.read("a.sql", script)
                      .body()
                      .statements(Direction.UPGRADE, DatabaseProduct.POSTGRESQL))
              .statements();
      assertThat(statements)
          .extracting(TranslatedStatement::purpose)
          .containsExactly(Purpose.GUARD, Purpose.CHANGE);
      return statements.get(0);
    }
  }
}
