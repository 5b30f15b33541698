package dev.aludel.migrations;

import static java.util.Objects.requireNonNull;

import dev.aludel.migrations.database.Database;
import dev.aludel.migrations.database.DatabaseUrl;
import dev.aludel.migrations.run.MigrationListener;
import dev.aludel.migrations.run.OfflineRunner;
import dev.aludel.migrations.run.OnlineRunner;
import dev.aludel.migrations.script.ScriptDirectory;
import dev.aludel.migrations.script.ScriptLocation;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Collects what a {@link Migrator} needs: a database, and where its revisions are. */
public final class MigratorBuilder {
  private final List<ScriptLocation> locations = new ArrayList<>();
  private @Nullable Database database;
  private String versionTable = "alembic_version";
  private MigrationListener listener = MigrationListener.SILENT;
  private Clock clock = Clock.systemUTC();

  MigratorBuilder() {}

  /**
   * The database by its URL, in SQLAlchemy's or JDBC's form.
   *
   * @throws dev.aludel.migrations.database.DatabaseUrlException if it is none
   */
  public MigratorBuilder url(String url) {
    return database(Database.of(DatabaseUrl.parse(url)));
  }

  /** The database by a data source, from which each call takes one connection. */
  public MigratorBuilder dataSource(DataSource dataSource) {
    return database(Database.of(dataSource));
  }

  /** The database by one open connection, in auto-commit mode, which is never closed. */
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

  /** The version table's name; {@code alembic_version} unless given. */
  public MigratorBuilder versionTable(String name) {
    this.versionTable = requireNonNull(name, "name");
    return this;
  }

  /** Who hears of a run; nobody unless given. */
  public MigratorBuilder listener(MigrationListener value) {
    this.listener = requireNonNull(value, "listener");
    return this;
  }

  /** What journal and durations are measured with; the system's clock unless given. */
  public MigratorBuilder clock(Clock value) {
    this.clock = requireNonNull(value, "clock");
    return this;
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
        new OnlineRunner(chosen, scripts, versionTable, listener, clock),
        new OfflineRunner(chosen.product(), scripts, versionTable));
  }
}
