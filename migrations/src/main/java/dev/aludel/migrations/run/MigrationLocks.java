package dev.aludel.migrations.run;

import dev.aludel.migrations.database.Database;
import dev.aludel.migrations.database.DatabaseUnavailableException;
import dev.aludel.migrations.database.SqliteDriver;
import dev.aludel.migrations.file.RegularFile.IrregularFileException;
import dev.aludel.migrations.sql.DatabaseProduct;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;

/** The lock of each kind of database. */
final class MigrationLocks {
  private final Database database;
  private final RunSettings settings;
  private final TableFinder tables;

  MigrationLocks(Database database, RunSettings settings, TableFinder tables) {
    this.database = database;
    this.settings = settings;
    this.tables = tables;
  }

  /**
   * Does {@code work} while nobody else migrates the database.
   *
   * @throws LockTimeoutException if the lock is not to be had in time
   */
  <T> T hold(Work<T> work) throws SQLException {
    // The lock has a connection of its own, and a pool of one has no second one to give.
    try (MigrationLock lock = lock()) {
      LockWait wait = new LockWait(database, settings.lockWait(), settings.listener());
      return work.done(new Held(lock, wait.acquire(lock)));
    } catch (DatabaseUnavailableException e) {
      throw database.product() == DatabaseProduct.POSTGRESQL
              && e.getCause() instanceof SQLTransientConnectionException
          ? new DatabaseUnavailableException(
              e.getMessage()
                  + " On PostgreSQL a run needs two connections at one time, one of them for its lock: give the pool two, and two that others do not use.",
              e)
          : e;
    }
  }

  /** A lock that is held, and how it was taken. */
  record Held(MigrationLock lock, LockWait.Outcome outcome) {}

  /** What is done under a lock. */
  @FunctionalInterface
  interface Work<T> {
    T done(Held held) throws SQLException;
  }

  private MigrationLock lock() throws SQLException {
    return switch (database.product()) {
      case SQLITE -> database.usableFile().map(this::fileLock).orElse(MigrationLock.NONE);
      case POSTGRESQL -> AdvisoryMigrationLock.of(database, tables::schema);
    };
  }

  private MigrationLock fileLock(Path file) {
    SqliteDriver.requireSafeVersion();
    try {
      return FileMigrationLock.of(file, Author.ofThisProcess(), settings.clock());
    } catch (IOException | UncheckedIOException e) {
      throw cannotLock(e.getCause() == null ? e : e.getCause());
    }
  }

  private DatabaseUnavailableException cannotLock(Throwable e) {
    if (e instanceof IrregularFileException other) {
      return new DatabaseUnavailableException(
          "Cannot lock %s: the lock is the file %s, and %s. Take that away; runs and backups keep each other out with this file."
              .formatted(database, other.getFile(), other.getReason()),
          e);
    }
    String reason =
        e instanceof AccessDeniedException denied
            ? denied.getFile() + ": access denied"
            : String.valueOf(e.getMessage());
    return new DatabaseUnavailableException(
        "Cannot lock %s: no file can be written beside it (%s), and runs and backups keep each other out with one. Give this user the right to write in the folder."
            .formatted(database, reason),
        e);
  }
}
