package dev.aludel.persistence.jooq;

import dev.aludel.migrations.database.DatabaseUrl;
import dev.aludel.persistence.testkit.TestDatabase;
import dev.aludel.test.FreshDatabase;
import dev.aludel.test.TestPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import java.util.stream.Stream;

/** Databases of each kind, with the current schema and no rows unless they say otherwise. */
final class TestDatabases {

  private TestDatabases() {}

  private record SqliteFile(Path folder) implements TestDatabase {
    Path file() {
      return folder.resolve("test 100% ü.db");
    }

    @Override
    public String url() {
      return "sqlite:///" + file();
    }

    @Override
    public void close() {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.toList()) {
          Files.delete(file);
        }
        Files.delete(folder);
      } catch (IOException error) {
        throw new UncheckedIOException(error);
      }
    }
  }

  private record SqliteMemory() implements TestDatabase {
    @Override
    public String url() {
      return "sqlite://";
    }

    @Override
    public void close() {
      // It is gone with its storage.
    }
  }

  private record Postgres(FreshDatabase database) implements TestDatabase {
    @Override
    public String url() {
      return database.url();
    }

    @Override
    public void close() {
      database.close();
    }
  }

  /** A connection of its own to the database that a storage's URL names. */
  static Connection connect(String url) throws SQLException {
    DatabaseUrl parsed = DatabaseUrl.parse(url);
    Properties properties = new Properties();
    properties.putAll(parsed.properties());
    return DriverManager.getConnection(parsed.jdbcUrl(), properties);
  }

  static TestDatabase sqliteFile() {
    try {
      SqliteFile database = new SqliteFile(Files.createTempDirectory("aludel"));
      MigratedTemplates.copySqlite(database.file());
      return database;
    } catch (IOException error) {
      throw new UncheckedIOException(error);
    }
  }

  static TestDatabase sqliteMemory() {
    return new SqliteMemory();
  }

  static TestDatabase postgres() {
    return new Postgres(MigratedTemplates.postgres());
  }

  static TestDatabase postgresWithoutSchema() {
    return new Postgres(TestPostgres.freshDatabase());
  }
}
