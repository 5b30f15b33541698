package dev.aludel.migrations;

import static java.util.Objects.requireNonNull;

import dev.aludel.migrations.HistoryEntry.Trait;
import dev.aludel.migrations.database.Database;
import dev.aludel.migrations.database.DatabaseUrl;
import dev.aludel.migrations.plan.Planner;
import dev.aludel.migrations.plan.Purge;
import dev.aludel.migrations.plan.Stamp;
import dev.aludel.migrations.revision.Revision;
import dev.aludel.migrations.revision.RevisionGraph;
import dev.aludel.migrations.revision.RevisionId;
import dev.aludel.migrations.run.CurrentState;
import dev.aludel.migrations.run.CurrentState.CurrentRevision;
import dev.aludel.migrations.run.CurrentState.Position;
import dev.aludel.migrations.run.MigrationListener;
import dev.aludel.migrations.run.MigrationResult;
import dev.aludel.migrations.run.OnlineRunner;
import dev.aludel.migrations.script.ScriptDirectory;
import dev.aludel.migrations.script.ScriptLocation;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Takes a database up and down a graph of revisions, in Alembic's vocabulary.
 *
 * <pre>{@code
 * Migrator migrator = Migrator.builder().url("sqlite:///app.db").scripts(Path.of("revisions")).build();
 * migrator.upgrade();
 * }</pre>
 *
 * <p>The scripts' headers are read once, when it is built. Immutable and thread-safe; two migrators
 * know nothing of each other. Every error is a {@link
 * dev.aludel.migrations.revision.MigrationException}.
 */
public final class Migrator {
  private final ScriptDirectory scripts;
  private final RevisionGraph graph;
  private final Planner planner;
  private final OnlineRunner runner;

  private Migrator(ScriptDirectory scripts, OnlineRunner runner) {
    this.scripts = scripts;
    this.graph = scripts.graph();
    this.planner = Planner.of(graph);
    this.runner = runner;
  }

  public static Builder builder() {
    return new Builder();
  }

  /**
   * Applies all revisions up to {@code targets} that are not applied yet: ids, prefixes, labels,
   * {@code head}, {@code heads}, {@code label@head}, {@code +2} and the like. Without a target: up
   * to all heads. Each revision is a transaction of its own.
   */
  public MigrationResult upgrade(String... targets) {
    List<String> wanted = targets.length == 0 ? List.of("heads") : List.of(targets);
    return runner.run(planner.upgrade(runner.rows(), wanted));
  }

  /** Reverts the revisions above {@code target}, and what depends on them; {@code base} for all. */
  public MigrationResult downgrade(String target) {
    return runner.run(planner.downgrade(runner.rows(), requireNonNull(target, "target")));
  }

  /**
   * Writes into the version table that the database is at {@code targets}, and runs nothing. Rows
   * of other branches stay.
   *
   * @return the rows afterwards
   */
  public Set<String> stamp(String... targets) {
    Stamp stamp = planner.stamp(runner.rows(), List.of(targets), Purge.NONE);
    runner.stamp(stamp);
    return stamp.rowsAfter();
  }

  /** Where the database is. Creates nothing, the database least of all. */
  public CurrentState current() {
    return new CurrentState(
        new TreeSet<>(runner.rows()).stream().map(this::currentRevision).toList());
  }

  private CurrentRevision currentRevision(String row) {
    Optional<Revision> revision =
        graph.revisions().stream().filter(known -> known.id().value().equals(row)).findFirst();
    Position position =
        revision
            .map(known -> graph.heads().contains(known.id()) ? Position.HEAD : Position.BELOW_HEAD)
            .orElse(Position.UNKNOWN);
    return new CurrentRevision(row, revision.orElse(null), position);
  }

  /** All revisions, newest first. Opens no database. */
  public List<HistoryEntry> history() {
    List<Revision> newestFirst = new ArrayList<>(graph.revisions());
    Collections.reverse(newestFirst);
    return newestFirst.stream().map(this::entry).toList();
  }

  /** The revisions that none follows, by id. Opens no database. */
  public List<HistoryEntry> heads() {
    return graph.heads().stream().map(graph::get).map(this::entry).toList();
  }

  private HistoryEntry entry(Revision revision) {
    RevisionId id = revision.id();
    Set<Trait> traits = EnumSet.noneOf(Trait.class);
    if (graph.heads().contains(id)) {
      traits.add(Trait.HEAD);
    }
    if (graph.branchPoints().contains(id)) {
      traits.add(Trait.BRANCH_POINT);
    }
    if (graph.mergePoints().contains(id)) {
      traits.add(Trait.MERGE_POINT);
    }
    return new HistoryEntry(revision, graph.labels(id), traits);
  }

  /** The scripts that this migrator knows. */
  public ScriptDirectory scripts() {
    return scripts;
  }

  /** Collects what a {@link Migrator} needs: a database, and where its revisions are. */
  public static final class Builder {
    private final List<ScriptLocation> locations = new ArrayList<>();
    private @Nullable Database database;
    private String versionTable = "alembic_version";
    private MigrationListener listener = MigrationListener.SILENT;
    private Clock clock = Clock.systemUTC();

    private Builder() {}

    /**
     * The database by its URL, in SQLAlchemy's or JDBC's form.
     *
     * @throws dev.aludel.migrations.database.DatabaseUrlException if it is none
     */
    public Builder url(String url) {
      return database(Database.of(DatabaseUrl.parse(url)));
    }

    /** The database by a data source, from which each call takes one connection. */
    public Builder dataSource(DataSource dataSource) {
      return database(Database.of(dataSource));
    }

    /** The database by one open connection, in auto-commit mode, which is never closed. */
    public Builder connection(Connection connection) {
      return database(Database.of(connection));
    }

    public Builder database(Database value) {
      this.database = requireNonNull(value, "database");
      return this;
    }

    /** Adds a folder with revision scripts, at any depth. */
    public Builder scripts(Path folder) {
      return scripts(new ScriptLocation.OnDisk(folder));
    }

    /** Adds a place with revision scripts. */
    public Builder scripts(ScriptLocation location) {
      locations.add(requireNonNull(location, "location"));
      return this;
    }

    /** Adds the revisions that come with Aludel. */
    public Builder bundled() {
      return scripts(ScriptLocation.BUNDLED);
    }

    /** The version table's name; {@code alembic_version} unless given. */
    public Builder versionTable(String name) {
      this.versionTable = requireNonNull(name, "name");
      return this;
    }

    /** Who hears of a run; nobody unless given. */
    public Builder listener(MigrationListener value) {
      this.listener = requireNonNull(value, "listener");
      return this;
    }

    /** What journal and durations are measured with; the system's clock unless given. */
    public Builder clock(Clock value) {
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
          scripts, new OnlineRunner(chosen, scripts, versionTable, listener, clock));
    }
  }
}
