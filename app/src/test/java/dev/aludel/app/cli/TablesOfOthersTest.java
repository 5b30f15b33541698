package dev.aludel.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.test.FreshDatabase;
import dev.aludel.test.TestPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A database of somebody else gets no bundled revisions that nobody asked for. */
final class TablesOfOthersTest {
  @TempDir private Path folder;

  private SqliteFile database() {
    return new SqliteFile(folder.resolve("aludel.db"));
  }

  private static String refusal(String intent, String tables) {
    return "2> %s sqlite:///DIR/aludel.db: it is at no revision and holds tables that Aludel did not make (%s), and nothing says that the revisions which come with Aludel belong there. Name your own scripts with --script-location DIR, or say --bundled if these are meant. Nothing was changed.\nexit 1\n"
        .formatted(intent, tables);
  }

  @Test
  void commands_areRefused_whenTheTablesAreAnothers() throws IOException, SQLException {
    database().execute("create table customers (id integer primary key)");

    assertThat(Scenario.in(folder).run("upgrade").run("stamp", "heads").run("demo").transcript())
        .isEqualTo(
            "$ aludel upgrade\n"
                + refusal("Cannot upgrade", "customers")
                + "$ aludel stamp heads\n"
                + refusal("Cannot stamp", "customers")
                + "$ aludel demo\n"
                + refusal("Cannot show the demo in", "customers"));
    assertThat(database().texts("select name from sqlite_schema")).containsExactly("customers");
  }

  @Test
  void upgrade_namesTenTables_whenThereAreMore() throws IOException, SQLException {
    for (int i = 10; i < 22; i++) {
      database().execute("create table t%d (id integer)".formatted(i));
    }
    assertThat(Scenario.in(folder).run("upgrade").transcript())
        .contains("(t10, t11, t12, t13, t14, t15, t16, t17, t18, t19 and 2 more)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "create table alembic_version (version_num varchar(32) not null primary key)",
        "create table alembic_version (version_num varchar(32) not null primary key); insert into alembic_version values ('b1c2d3e4f5g6'); create table sessions (id text, user_id text, created_at text, updated_at text)",
        "create table s (id integer primary key autoincrement); drop table s",
        "create view v as select 1"
      })
  void stamp_works_whenNoTableIsAnothers(String sql) throws IOException, SQLException {
    for (String statement : sql.split("; ", -1)) {
      database().execute(statement);
    }
    assertThat(Scenario.in(folder).run("-q", "stamp", "heads").transcript())
        .doesNotContain("exit 1");
  }

  @Test
  void upgrade_works_whenTheBundledRevisionsAreAskedFor() throws IOException, SQLException {
    database().execute("create table customers (id integer primary key)");

    assertThat(Scenario.in(folder).run("upgrade", "--bundled").transcript())
        .doesNotContain("exit 1");
  }

  @Test
  void upgrade_writesSql_whateverTheDatabaseHolds() throws IOException, SQLException {
    database().execute("create table customers (id integer primary key)");

    assertThat(Scenario.in(folder).run("upgrade", "--sql").transcript()).doesNotContain("exit 1");
  }

  @Test
  void upgrade_goesOn_afterItHasBegunSo() throws IOException {
    assertThat(Scenario.in(folder).run("upgrade", "001").run("upgrade").transcript())
        .doesNotContain("exit 1");
  }

  @Test
  void upgrade_works_afterItWentBackToBase() throws IOException, SQLException {
    Scenario scenario = Scenario.in(folder).run("upgrade", "001").run("downgrade", "base");
    database().execute("create table customers (id integer primary key)");

    assertThat(scenario.run("upgrade").transcript()).doesNotContain("exit 1");
  }

  @Test
  void upgrade_isRefused_onPostgres() throws IOException, SQLException {
    try (FreshDatabase database = TestPostgres.freshDatabase();
        Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("create schema shop; create table shop.customers (id bigint)");
      Scenario scenario =
          Scenario.in(folder).with("ALUDEL_DATABASE_URL", database.url()).run("upgrade");
      assertThat(scenario.transcript()).contains("did not make (customers)").endsWith("exit 1\n");
      statement.execute("drop schema shop cascade");

      assertThat(scenario.run("upgrade", "001").transcript()).endsWith(" ms)\n");
    }
  }
}
