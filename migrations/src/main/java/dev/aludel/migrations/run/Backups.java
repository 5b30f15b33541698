package dev.aludel.migrations.run;

import dev.aludel.migrations.backup.BackupException;
import dev.aludel.migrations.backup.BackupPolicy;
import dev.aludel.migrations.backup.FileBackup;
import dev.aludel.migrations.database.Database;
import dev.aludel.migrations.plan.Plan;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The backups of each kind of database: of a SQLite file, and of no other. */
final class Backups {
  private final Database database;
  private final TableFinder tables;
  private final RunSettings settings;

  Backups(Database database, TableFinder tables, RunSettings settings) {
    this.database = database;
    this.tables = tables;
    this.settings = settings;
  }

  /** Refuses settings that ask for backups of a database that has none. */
  void refuseImpossiblePolicy() {
    if (settings.backup() == BackupPolicy.ALWAYS && database.file().isEmpty()) {
      throw new BackupException(
          "Cannot back up %s before the run, as --backup always asks: %s. Take --backup auto or never; nothing was changed."
              .formatted(database, whyNot()));
    }
  }

  /**
   * Writes the backup with which a run begins, if it has one.
   *
   * @throws VersionTableException if the run that follows would be refused for its version table
   */
  Optional<Path> beforeRun(Plan plan, List<PreparedStep> steps, Connection connection)
      throws SQLException {
    boolean due =
        settings.backup().asksFor(plan, steps.stream().map(PreparedStep::translated).toList());
    Optional<Path> file = database.file().filter(path -> due);
    return file.isPresent() ? beforeRun(file.get(), connection) : Optional.empty();
  }

  private Optional<Path> beforeRun(Path file, Connection connection) throws SQLException {
    tables.versions(connection).refuseWithoutKey(connection);
    Optional<Path> backup =
        of(file, null, ", or run without a backup (--backup never)")
            .write(connection, settings.listener()::backingUp);
    backup.ifPresent(settings.listener()::backedUp);
    return backup;
  }

  /**
   * Writes a backup that somebody asks for.
   *
   * @param folder where it comes; null for the folder of the database
   */
  Path now(Connection connection, @Nullable Path folder) {
    return of(file(), folder, "")
        .write(connection, settings.listener()::backingUp)
        .orElseThrow(() -> cannot("there is nothing in it yet"));
  }

  /**
   * The file that can be backed up.
   *
   * @throws BackupException if there is none
   */
  Path file() {
    return database.file().orElseThrow(() -> cannot(whyNot()));
  }

  BackupException cannot(String reason) {
    return new BackupException("Cannot back up %s: %s.".formatted(database, reason));
  }

  private String whyNot() {
    return switch (database.product()) {
      case SQLITE -> "it is in memory, and there is no file to copy";
      case POSTGRESQL -> "Aludel copies the files of SQLite alone. Use pg_dump";
    };
  }

  private FileBackup of(Path file, @Nullable Path folder, String wayOut) {
    return new FileBackup(
        file,
        folder,
        database.toString(),
        connection -> tables.versions(connection).inspect(connection).rows(),
        settings.clock(),
        wayOut);
  }
}
