package dev.aludel.persistence.jooq;

import dev.aludel.migrations.Migrator;
import dev.aludel.test.FreshDatabase;
import dev.aludel.test.TestPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Databases at the heads of all branches, made once, because copying them is much faster. */
final class MigratedTemplates {

  private MigratedTemplates() {}

  private static final class Postgres {
    static final FreshDatabase DATABASE = migrated();

    private Postgres() {}

    private static FreshDatabase migrated() {
      FreshDatabase database = TestPostgres.freshDatabase();
      // An embedded server goes with its databases, in a hook of its own.
      if (!TestPostgres.isEmbedded()) {
        Runtime.getRuntime().addShutdownHook(new Thread(database::close));
      }
      upgrade(database.url());
      return database;
    }
  }

  private static final class Sqlite {
    static final Path FILE = migrated();

    private Sqlite() {}

    private static Path migrated() {
      try {
        Path folder = Files.createTempDirectory("aludel");
        folder.toFile().deleteOnExit();
        Path file = folder.resolve("template.db");
        file.toFile().deleteOnExit();
        upgrade("sqlite:///" + file);
        return file;
      } catch (IOException error) {
        throw new UncheckedIOException(error);
      }
    }
  }

  static FreshDatabase postgres() {
    return TestPostgres.copyOf(Postgres.DATABASE);
  }

  /** Nobody has the template open any more, so reading it as a file breaks no lock. */
  static void copySqlite(Path file) throws IOException {
    Files.copy(Sqlite.FILE, file);
  }

  private static void upgrade(String url) {
    Migrator.builder().url(url).bundled().build().upgrade("heads");
  }
}
