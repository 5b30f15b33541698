package dev.aludel.persistence.jooq;

import dev.aludel.migrations.Migrator;
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
import java.sql.Statement;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * Databases of each kind, with the schema and no rows, but for those that are to have no schema.
 * They are migrated once, and copied or emptied then.
 */
final class TestDatabases {

  private TestDatabases() {}

  record SqliteFile(Path folder) implements TestDatabase {
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

  /** A database in memory that begins as a copy of the template, when the tests open it. */
  record SqliteMemory() implements TestDatabase {
    static final String URL = "sqlite+template://";

    @Override
    public String url() {
      return URL;
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

  /** A database that another test uses next: making one costs the server more than a test does. */
  private record LentPostgres(FreshDatabase database) implements TestDatabase {
    @Override
    public String url() {
      return database.url();
    }

    @Override
    public void close() {
      Templates.giveBack(database);
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
    SqliteFile copy = emptySqliteFile();
    try (Connection template = connect(Templates.sqlite().url());
        Statement statement = template.createStatement()) {
      statement.execute("vacuum into '%s'".formatted(copy.file()));
      return copy;
    } catch (SQLException error) {
      throw new IllegalStateException(error);
    }
  }

  /** A file that is not there yet. */
  static SqliteFile emptySqliteFile() {
    try {
      return new SqliteFile(Files.createTempDirectory("aludel"));
    } catch (IOException error) {
      throw new UncheckedIOException(error);
    }
  }

  static TestDatabase sqliteMemory() {
    return new SqliteMemory();
  }

  static TestDatabase postgres() {
    return new LentPostgres(Templates.lendPostgres());
  }

  /** A database without a schema. */
  static TestDatabase emptyPostgres() {
    return new Postgres(TestPostgres.freshDatabase());
  }

  static void migrate(String url) {
    Migrator.builder().url(url).bundled().build().upgrade("heads");
  }
}
