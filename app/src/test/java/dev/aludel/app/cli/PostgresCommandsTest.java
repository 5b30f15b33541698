package dev.aludel.app.cli;

import dev.aludel.test.FreshDatabase;
import dev.aludel.test.TestPostgres;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PostgresCommandsTest {
  @TempDir private Path folder;

  @Test
  void commands_workOnPostgresToo() throws IOException {
    try (FreshDatabase database = TestPostgres.freshDatabase()) {
      scenario(database)
          .run("current")
          .run("upgrade", "f6e7d8c9b0a1", "001", "20250416_180000")
          .run("upgrade", "f6e7d8c9b0a1", "001", "20250416_180000")
          .run("current")
          .run("downgrade", "conversation@base")
          .run("stamp", "d5b3f8f2e9a0")
          .run("current", "--json")
          .matches("postgresql.txt");
    }
  }

  @Test
  void upgrade_asksWhatMayBeMeant_whenTheDatabaseTakesNoStatement() throws Exception {
    try (FreshDatabase database = TestPostgres.freshDatabase();
        Connection other = DriverManager.getConnection(database.jdbcUrl());
        Statement statement = other.createStatement()) {
      statement.execute("create table pots (id bigint)");
      SampleScripts.in(folder);
      scenario(database)
          .with("ALUDEL_SCRIPT_LOCATION", "scripts")
          .run("upgrade")
          .run("stamp", "aa11")
          .write("scripts/cc33.sql", SampleScripts.withoutSemicolon("cc33", "bb22"))
          .run("upgrade")
          .matches("postgresql-refusals.txt");
    }
  }

  @Test
  void database_isNamed_whenTheServerHasNone() throws IOException {
    FreshDatabase database = TestPostgres.freshDatabase();
    database.close();
    scenario(database).run("upgrade").run("current").matches("postgresql-missing-database.txt");
  }

  @Test
  void commands_giveUp_whenAnotherSessionHoldsTheVersionTable() throws Exception {
    try (FreshDatabase database = TestPostgres.freshDatabase();
        Connection other = DriverManager.getConnection(database.jdbcUrl());
        Statement statement = other.createStatement()) {
      Scenario scenario = scenario(database).run("-q", "upgrade", "001");
      other.setAutoCommit(false);
      statement.execute("lock table alembic_version in access exclusive mode");
      scenario
          .run("current", "--lock-timeout", "50ms")
          .run("history", "-i", "--lock-timeout", "50ms")
          .run("show", "current", "--lock-timeout", "50ms")
          .run("upgrade", "002", "--lock-timeout", "50ms")
          .matches("postgresql-locked.txt");
    }
  }

  private Scenario scenario(FreshDatabase database) {
    URI server = URI.create(database.url());
    return Scenario.in(folder)
        .with("ALUDEL_DATABASE_URL", database.url())
        .showing(
            "//%s@%s:%d"
                .formatted(
                    server.getUserInfo().replaceFirst(":.*", ":***"),
                    server.getHost(),
                    server.getPort()),
            "//USER@HOST:PORT")
        .showing(database.name(), "DATABASE");
  }
}
