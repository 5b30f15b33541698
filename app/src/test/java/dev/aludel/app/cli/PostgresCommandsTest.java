package dev.aludel.app.cli;

import dev.aludel.test.FreshDatabase;
import dev.aludel.test.TestPostgres;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
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
  void database_isNamed_whenTheServerHasNone() throws IOException {
    FreshDatabase database = TestPostgres.freshDatabase();
    database.close();
    scenario(database).run("upgrade").run("current").matches("postgresql-missing-database.txt");
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
