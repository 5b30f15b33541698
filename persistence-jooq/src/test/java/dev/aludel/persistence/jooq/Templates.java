package dev.aludel.persistence.jooq;

import dev.aludel.test.FreshDatabase;
import dev.aludel.test.TestPostgres;
import org.jspecify.annotations.Nullable;

/** Migrated databases without rows, made when they are asked for, to be copied; never changed. */
final class Templates {

  private static TestDatabases.@Nullable SqliteFile sqlite;
  private static @Nullable FreshDatabase postgres;

  private Templates() {}

  static synchronized TestDatabases.SqliteFile sqlite() {
    if (sqlite == null) {
      TestDatabases.SqliteFile created = TestDatabases.emptySqliteFile();
      TestDatabases.migrate(created.url());
      sqlite = created;
    }
    return sqlite;
  }

  static synchronized FreshDatabase postgres() {
    if (postgres == null) {
      FreshDatabase created = TestPostgres.freshDatabase();
      TestDatabases.migrate(created.url());
      postgres = created;
    }
    return postgres;
  }

  /** Removes them at the end of all tests. */
  static synchronized void drop() {
    if (sqlite != null) {
      sqlite.close();
      sqlite = null;
    }
    if (postgres != null) {
      postgres.close();
      postgres = null;
    }
  }
}
