package dev.aludel.migrations;

import static java.util.Objects.requireNonNull;

import dev.aludel.migrations.plan.Planner;
import dev.aludel.migrations.plan.Purge;
import dev.aludel.migrations.revision.Revision;
import dev.aludel.migrations.revision.RevisionGraph;
import dev.aludel.migrations.revision.RevisionId;
import dev.aludel.migrations.run.CurrentState;
import dev.aludel.migrations.run.CurrentState.CurrentRevision;
import dev.aludel.migrations.run.CurrentState.Position;
import dev.aludel.migrations.run.HistoryEntry;
import dev.aludel.migrations.run.HistoryEntry.Trait;
import dev.aludel.migrations.run.MigrationResult;
import dev.aludel.migrations.run.OnlineRunner;
import dev.aludel.migrations.script.ScriptDirectory;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

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

  Migrator(ScriptDirectory scripts, OnlineRunner runner) {
    this.scripts = scripts;
    this.graph = scripts.graph();
    this.planner = Planner.of(graph);
    this.runner = runner;
  }

  public static MigratorBuilder builder() {
    return new MigratorBuilder();
  }

  /**
   * Applies all revisions up to {@code targets} that are not applied yet: ids, prefixes, labels,
   * {@code head}, {@code heads}, {@code label@head}, {@code +2} and the like. Without a target: up
   * to all heads. Each revision is a transaction of its own.
   */
  public MigrationResult upgrade(String... targets) {
    List<String> wanted = targets.length == 0 ? List.of("heads") : List.of(targets);
    return runner.run(rows -> planner.upgrade(rows, wanted));
  }

  /** Reverts the revisions above {@code target}, and what depends on them; {@code base} for all. */
  public MigrationResult downgrade(String target) {
    requireNonNull(target, "target");
    return runner.run(rows -> planner.downgrade(rows, target));
  }

  /**
   * Writes into the version table that the database is at {@code targets}, and runs nothing. Rows
   * of other branches stay.
   *
   * @return the rows afterwards
   */
  public Set<String> stamp(String... targets) {
    List<String> wanted = List.of(targets);
    return runner.stamp(rows -> planner.stamp(rows, wanted, Purge.NONE)).rowsAfter();
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
    return planner.range(null, Set.of()).stream().map(this::entry).toList();
  }

  /**
   * The revisions of a stretch of history, newest first, both ends included. Asks the database
   * where it is, since {@code current} and {@code +1} may count from there.
   *
   * @param range {@code START:END}, {@code START:} or {@code :END}
   */
  public List<HistoryEntry> history(String range) {
    return planner.range(requireNonNull(range, "range"), runner.rows()).stream()
        .map(this::entry)
        .toList();
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
}
