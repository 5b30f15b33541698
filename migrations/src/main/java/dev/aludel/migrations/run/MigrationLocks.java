package dev.aludel.migrations.run;

import dev.aludel.migrations.database.Database;
import dev.aludel.migrations.database.DatabaseUnavailableException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;

/** The lock of each kind of database. */
final class MigrationLocks {
  private final Database database;
  private final RunSettings settings;
  private final Author author;

  MigrationLocks(Database database, RunSettings settings, Author author) {
    this.database = database;
    this.settings = settings;
    this.author = author;
  }

  /**
   * Does {@code work} while nobody else migrates the database.
   *
   * @throws LockTimeoutException if the lock is not to be had in time
   */
  <T> T hold(Work<T> work) throws SQLException {
    try (MigrationLock lock = lock()) {
      new LockWait(database, settings.lockWait(), settings.listener()).acquire(lock);
      return work.done();
    }
  }

  /** What is done under a lock. */
  @FunctionalInterface
  interface Work<T> {
    T done() throws SQLException;
  }

  private MigrationLock lock() {
    return switch (database.product()) {
      case SQLITE -> database.file().map(this::fileLock).orElse(MigrationLock.NONE);
      case POSTGRESQL -> new AdvisoryMigrationLock(database.open(), settings.versionTable());
    };
  }

  private MigrationLock fileLock(Path file) {
    try {
      return FileMigrationLock.of(file, author, settings.clock());
    } catch (IOException | UncheckedIOException e) {
      throw new DatabaseUnavailableException(
          "Cannot lock %s: no file can be written beside it (%s). Give this user the right to write in the folder."
              .formatted(database, e.getMessage()),
          e);
    }
  }
}
