package dev.aludel.migrations;

import static java.util.Objects.requireNonNull;

import dev.aludel.migrations.author.AuthorException;
import dev.aludel.migrations.author.EditableScript;
import dev.aludel.migrations.author.RevisionWriter;
import dev.aludel.migrations.backup.BackupException;
import dev.aludel.migrations.database.DatabaseMissingException;
import dev.aludel.migrations.plan.Plan;
import dev.aludel.migrations.plan.Planner;
import dev.aludel.migrations.plan.Purge;
import dev.aludel.migrations.plan.Stamp;
import dev.aludel.migrations.revision.Dependencies;
import dev.aludel.migrations.revision.Revision;
import dev.aludel.migrations.revision.RevisionGraph;
import dev.aludel.migrations.revision.Target;
import dev.aludel.migrations.revision.TargetRange;
import dev.aludel.migrations.run.AppliedRevision;
import dev.aludel.migrations.run.BranchPoint;
import dev.aludel.migrations.run.ChangedScript;
import dev.aludel.migrations.run.CurrentState;
import dev.aludel.migrations.run.HistoryEntry;
import dev.aludel.migrations.run.MarkedHistory;
import dev.aludel.migrations.run.MigrationResult;
import dev.aludel.migrations.run.OfflineOptions;
import dev.aludel.migrations.run.OfflineRunner;
import dev.aludel.migrations.run.OnlineRunner;
import dev.aludel.migrations.run.VersionTableContent;
import dev.aludel.migrations.run.VersionTableState;
import dev.aludel.migrations.script.ScriptDirectory;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
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
  private final OfflineRunner offline;
  private final Clock clock;

  Migrator(ScriptDirectory scripts, OnlineRunner runner, OfflineRunner offline, Clock clock) {
    this.scripts = scripts;
    this.graph = scripts.graph();
    this.planner = Planner.of(graph);
    this.runner = runner;
    this.offline = offline;
    this.clock = clock;
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

  /**
   * Reverts the revisions above {@code target}, and what depends on them; {@code base} for all.
   *
   * @throws DatabaseMissingException if there is no database; none is created
   */
  public MigrationResult downgrade(String target) {
    requireNonNull(target, "target");
    runner.refuseMissing("Cannot downgrade");
    return runner.run(rows -> planner.downgrade(rows, target));
  }

  /** As {@link #stamp(List, Purge)}, with the rows of other branches as they are. */
  public Stamp stamp(String... targets) {
    return stamp(List.of(targets), Purge.NONE);
  }

  /**
   * Writes into the version table that the database is at {@code targets}, and runs nothing.
   *
   * @param purge whether rows go that the targets do not concern, those that no script knows among
   *     them
   * @return what was written; where it is nothing, nothing was created either
   */
  public Stamp stamp(List<String> targets, Purge purge) {
    return runner.stamp(rows -> planner.stamp(rows, targets, purge));
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

  /**
   * Copies the SQLite file, as it is at one moment, into a new file beside it: {@code
   * FILE.REVISIONS.TIME.bak}. Waits for other runs to end; others may read and write the database
   * meanwhile. The new file has the rights of the old one, replaces no other, and is on the disk
   * when this returns.
   *
   * @return the new file, absolute
   * @throws BackupException if the database is no SQLite file, is empty, or cannot be copied; no
   *     part of a backup is left then
   * @throws DatabaseMissingException if the file is not there
   */
  public Path backup() {
    return runner.backup(null);
  }

  /**
   * As {@link #backup()}, into a folder that is there; nobody but its owner may read the new file.
   *
   * @throws BackupException also if it is not
   */
  public Path backup(Path folder) {
    return runner.backup(requireNonNull(folder, "folder"));
  }

  /** Creates the version table if it is absent, and nothing else. */
  public VersionTableState ensureVersion() {
    return runner.ensureVersionTable();
  }

  /** Where the database is. Creates nothing, the database least of all. */
  public CurrentState current() {
    VersionTableContent content = runner.inspectVersionTable();
    return Entries.of(graph, content.rows()).current(content);
  }

  /**
   * The tables that somebody else made, by name, in a database to which no revision was applied or
   * stamped; none where one was. What Aludel, SQLite or an extension keeps is not among them.
   * Creates nothing.
   */
  public List<String> tablesOfOthers() {
    return runner.tablesOfOthers();
  }

  /**
   * How the applied revisions were applied, by id, as far as the journal tells; of what another
   * tool applied, or was stamped, it tells nothing. Creates nothing.
   */
  public List<AppliedRevision> appliedRevisions() {
    return runner.appliedRevisions();
  }

  /**
   * The applied revisions whose script has changed since it ran, by id, as far as the journal
   * tells. Reads the scripts of all that is applied. Creates nothing.
   */
  public List<ChangedScript> changedScripts() {
    return runner.changedScripts();
  }

  /** All revisions, newest first. Opens no database. */
  public List<HistoryEntry> history() {
    return Entries.of(graph).entries(planner.range(null, Set.of()));
  }

  /**
   * The revisions of a stretch of history, newest first, both ends included. Asks the database
   * where it is only if an end counts from there.
   *
   * @param range {@code START:END}, {@code START:} or {@code :END}
   */
  public List<HistoryEntry> history(String range) {
    Set<String> rows = TargetRange.parse(range).needsRows() ? runner.rows() : Set.of();
    return Entries.of(graph).entries(planner.range(range, rows));
  }

  /**
   * As {@link #history(String)}, and says where in it the database is.
   *
   * @param range null for everything
   */
  public MarkedHistory markedHistory(@Nullable String range) {
    Set<String> rows = runner.inspectVersionTable().rows();
    Entries marked = Entries.of(graph, rows);
    return new MarkedHistory(
        marked.entries(planner.range(range, rows)), List.copyOf(marked.rows().unknown()));
  }

  /** The revisions that none follows, by id. Opens no database. */
  public List<HistoryEntry> heads() {
    return heads(Dependencies.IGNORED);
  }

  /**
   * The heads, by id. Opens no database.
   *
   * @param dependencies whether what another revision depends on counts as followed: then these are
   *     the rows of a database in which all is applied
   */
  public List<HistoryEntry> heads(Dependencies dependencies) {
    return Entries.of(graph)
        .entriesOf(dependencies == Dependencies.FOLLOWED ? graph.realHeads() : graph.heads());
  }

  /** The revisions that several follow, newest first, with those. Opens no database. */
  public List<BranchPoint> branches() {
    Entries entries = Entries.of(graph);
    return planner.range(null, Set.of()).stream()
        .filter(revision -> graph.children(revision.id()).size() > 1)
        .map(entries::branchPoint)
        .toList();
  }

  /**
   * The revisions that {@code target} means, by id; none for {@code base}. Asks the database where
   * it is only if the target counts from there.
   */
  public List<HistoryEntry> show(String target) {
    return Entries.of(graph).entries(resolve(target));
  }

  private List<Revision> resolve(String target) {
    return planner.resolve(target, Target.parse(target).needsRows() ? runner.rows() : Set.of());
  }

  /**
   * The file in which one edits the script of the one revision that {@code target} means.
   *
   * @throws AuthorException if it is none or several, or its script is no file of its own
   */
  public Path scriptFile(String target) {
    return EditableScript.of(target, resolve(target), scripts);
  }

  /** What writes new revisions beside these scripts. */
  public RevisionWriter writer() {
    return new RevisionWriter(scripts.locations(), runner::rows, clock);
  }

  /** The scripts that this migrator knows. */
  public ScriptDirectory scripts() {
    return scripts;
  }
}
