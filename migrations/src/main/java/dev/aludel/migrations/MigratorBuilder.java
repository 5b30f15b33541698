package dev.aludel.migrations;

import static java.util.Objects.requireNonNull;

import dev.aludel.migrations.backup.BackupPolicy;
import dev.aludel.migrations.database.Database;
import dev.aludel.migrations.database.DatabaseUrl;
import dev.aludel.migrations.run.MigrationListener;
import dev.aludel.migrations.run.OfflineRunner;
import dev.aludel.migrations.run.OnlineRunner;
import dev.aludel.migrations.run.RunSettings;
import dev.aludel.migrations.script.ScriptDirectory;
import dev.aludel.migrations.script.ScriptLocation;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Collects what a {@link Migrator} needs: a database, and where its revisions are. */
public final class MigratorBuilder {
  private final List<ScriptLocation> locations = new ArrayList<>();
  private @Nullable Database database;
  private RunSettings settings = RunSettings.DEFAULT;

  MigratorBuilder() {}

  /**
   * The database by its URL, in SQLAlchemy's or JDBC's form. Its driver is loaded beside what comes
   * next, the reading of the scripts.
   *
   * @throws dev.aludel.migrations.database.DatabaseUrlException if it is none
   */
  public MigratorBuilder url(String url) {
    Database byUrl = Database.of(DatabaseUrl.parse(url));
    byUrl.prepareToOpen();
    return database(byUrl);
  }

  /** The database by a data source; on PostgreSQL a run takes two connections, one for its lock. */
  public MigratorBuilder dataSource(DataSource dataSource) {
    return database(Database.of(dataSource));
  }

  /**
   * The database by one open connection, in auto-commit mode, which is never closed.
   *
   * @throws IllegalStateException if it is not in auto-commit mode, now or when something is done
   */
  public MigratorBuilder connection(Connection connection) {
    return database(Database.of(connection));
  }

  public MigratorBuilder database(Database value) {
    this.database = requireNonNull(value, "database");
    return this;
  }

  /** Adds a folder with revision scripts, at any depth. */
  public MigratorBuilder scripts(Path folder) {
    return scripts(new ScriptLocation.OnDisk(folder));
  }

  /** Adds a place with revision scripts. */
  public MigratorBuilder scripts(ScriptLocation location) {
    locations.add(requireNonNull(location, "location"));
    return this;
  }

  /** Adds the revisions that come with Aludel. */
  public MigratorBuilder bundled() {
    return scripts(ScriptLocation.BUNDLED);
  }

  /** How revisions are run, {@link RunSettings#DEFAULT} unless given; all of it at once. */
  public MigratorBuilder settings(RunSettings value) {
    this.settings = requireNonNull(value, "settings");
    return this;
  }

  /**
   * The version table, {@code TABLE} or {@code SCHEMA.TABLE}; {@code alembic_version} unless given,
   * in the schema in which the connection begins. The journal is beside it. A name that holds a
   * point stands in double quotes; capital letters count.
   */
  public MigratorBuilder versionTable(String name) {
    return settings(settings.withVersionTable(name));
  }

  /** Who hears of a run; nobody unless given. */
  public MigratorBuilder listener(MigrationListener value) {
    return settings(settings.withListener(value));
  }

  /** What journal and durations are measured with; the system's clock unless given. */
  public MigratorBuilder clock(Clock value) {
    return settings(settings.withClock(value));
  }

  /**
   * How long to wait for another run to end, and how long each statement of a run waits for a
   * SQLite file that another connection has locked; 60 s unless given. A connection that the
   * application opens waits for a file as that has set it.
   */
  public MigratorBuilder lockWait(Duration longest) {
    return settings(settings.withLockWait(longest));
  }

  /**
   * How long a statement waits for a lock on a table, on PostgreSQL, one that only reads among
   * them; 5 s unless given. A statement outside a transaction waits as long as it takes. On SQLite
   * it is how long a look at the database, outside a run, waits for a locked file.
   */
  public MigratorBuilder lockTimeout(Duration longest) {
    return settings(settings.withLockTimeout(longest));
  }

  /** How many transactions a run has; one for each revision unless given. */
  public MigratorBuilder transactions(RunSettings.Transactions value) {
    return settings(settings.withTransactions(value));
  }

  /** What becomes of rows that no script knows; refused unless given. */
  public MigratorBuilder unknownRows(RunSettings.UnknownRows value) {
    return settings(settings.withUnknownRows(value));
  }

  /**
   * Which runs begin with a backup of a SQLite file; {@link BackupPolicy#AUTO} unless given. The
   * backups stay until somebody deletes them.
   */
  public MigratorBuilder backup(BackupPolicy value) {
    return settings(settings.withBackup(value));
  }

  /**
   * Reads the scripts' headers; opens no database, except a data source's for its kind.
   *
   * @throws dev.aludel.migrations.script.ScriptException if a header is not right
   * @throws dev.aludel.migrations.revision.RevisionGraphException if the revisions form no graph
   */
  public Migrator build() {
    Database chosen =
        Optional.ofNullable(database)
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "A migrator needs a database: call url, dataSource or connection."));
    ScriptDirectory scripts = ScriptDirectory.read(locations);
    return new Migrator(
        scripts,
        new OnlineRunner(chosen, scripts, settings),
        new OfflineRunner(chosen.product(), chosen.firstSchema(), scripts, settings),
        settings.clock());
  }
}
