package dev.aludel.migrations;

import static java.util.Objects.requireNonNull;

import dev.aludel.migrations.plan.Plan;
import dev.aludel.migrations.plan.Planner;
import dev.aludel.migrations.plan.Purge;
import dev.aludel.migrations.plan.Stamp;
import dev.aludel.migrations.revision.Revision;
import dev.aludel.migrations.revision.RevisionGraph;
import dev.aludel.migrations.revision.RevisionId;
import dev.aludel.migrations.run.CurrentState;
import dev.aludel.migrations.run.CurrentState.CurrentRevision;
import dev.aludel.migrations.run.CurrentState.Position;
import dev.aludel.migrations.run.HistoryEntry;
import dev.aludel.migrations.run.HistoryEntry.Trait;
import dev.aludel.migrations.run.MigrationResult;
import dev.aludel.migrations.run.OfflineOptions;
import dev.aludel.migrations.run.OfflineRunner;
import dev.aludel.migrations.run.OnlineRunner;
import dev.aludel.migrations.script.ScriptDirectory;
import java.io.IOException;
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
  private final OfflineRunner offline;

  Migrator(ScriptDirectory scripts, OnlineRunner runner, OfflineRunner offline) {
    this.scripts = scripts;
    this.graph = scripts.graph();
    this.planner = Planner.of(graph);
    this.runner = runner;
    this.offline = offline;
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

  /**
   * Writes {@link #upgrade} as SQL for somebody else to run. Opens no database.
   *
   * @param targets targets of which the first may say where the database is: {@code a,b:c}. Without
   *     that it is taken to be at base; without a target it goes to all heads
   * @return what was written; where something is refused, nothing was
   */
  public Plan upgradeSql(OfflineOptions options, Appendable out, String... targets)
      throws IOException {
    return offline.upgrade(List.of(targets), options, out);
  }

  /**
   * Writes {@link #downgrade} as SQL for somebody else to run. Opens no database.
   *
   * @param range where the database is and where it goes: {@code START:TARGET}
   * @return what was written; where something is refused, nothing was
   */
  public Plan downgradeSql(OfflineOptions options, Appendable out, String range)
      throws IOException {
    return offline.downgrade(range, options, out);
  }

  /**
   * Writes {@link #stamp} as SQL for somebody else to run. Opens no database.
   *
   * @param targets as for {@link #upgradeSql}, at least one
   * @return what was written; where something is refused, nothing was
   */
  public Stamp stampSql(OfflineOptions options, Appendable out, String... targets)
      throws IOException {
    return offline.stamp(List.of(targets), options, out);
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
