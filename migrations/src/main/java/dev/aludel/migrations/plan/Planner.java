package dev.aludel.migrations.plan;

import static java.util.Objects.requireNonNull;

import dev.aludel.migrations.revision.Dependencies;
import dev.aludel.migrations.revision.Intent;
import dev.aludel.migrations.revision.Resolution;
import dev.aludel.migrations.revision.Revision;
import dev.aludel.migrations.revision.RevisionGraph;
import dev.aludel.migrations.revision.RevisionId;
import dev.aludel.migrations.revision.Target;
import dev.aludel.migrations.revision.TargetException;
import dev.aludel.migrations.revision.TargetResolver;
import dev.aludel.migrations.revision.UnknownRowsException;
import dev.aludel.migrations.revision.VersionRows;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Turns a target into what has to be done, from the rows of a version table. Nothing is read from a
 * database and nothing is run; equal input gives equal output. Thread-safe.
 *
 * <p>Rows that no script knows are refused. A caller that owns only a part of a shared version
 * table passes {@link VersionRows#known()} alone.
 */
public final class Planner {
  private final RevisionGraph graph;

  private Planner(RevisionGraph graph) {
    this.graph = requireNonNull(graph, "graph");
  }

  /** A planner for these revisions. */
  public static Planner of(RevisionGraph graph) {
    return new Planner(graph);
  }

  /**
   * Applies the targets and all that they need, and leaves out what is applied already. A target
   * below the rows is nothing to do.
   *
   * @param rows the version rows as they are
   * @param targets at least one target
   * @throws TargetException when a target is not clear, leads nowhere, or counts down
   * @throws UnknownRowsException when a row is known to no script
   */
  public Plan upgrade(Set<String> rows, List<String> targets) {
    VersionRows current = known(rows, Intent.UPGRADE);
    Set<RevisionId> wanted = new TreeSet<>();
    for (Resolution resolution : resolutions(targets, current, Intent.UPGRADE)) {
      wanted.addAll(resolution.revisions());
    }
    if (current.known().containsAll(wanted)) {
      return new Plan(List.of(), rows, rows); // no need to walk through a long history
    }
    NavigableSet<RevisionId> missing = graph.ancestors(wanted, Dependencies.FOLLOWED);
    missing.removeAll(current.applied(graph));
    RowKeeper keeper = new RowKeeper(graph, current);
    graph.inOrder(missing).forEach(keeper::apply);
    return keeper.plan();
  }

  /**
   * Reverts what is above the target, and what depends on what goes. The target itself stays.
   *
   * @param rows the version rows as they are
   * @param target one revision, or base; within a branch only that branch is taken down
   * @throws TargetException when the target is not clear, leads nowhere, counts up or is not
   *     applied
   * @throws UnknownRowsException when a row is known to no script
   */
  public Plan downgrade(Set<String> rows, String target) {
    VersionRows current = known(rows, Intent.DOWNGRADE);
    return new Downgrade(graph, current).to(Target.parse(target));
  }

  /** As {@link #stamp(Set, List, Purge)}, leaving the rows that the targets do not concern. */
  public Stamp stamp(Set<String> rows, List<String> targets) {
    return stamp(rows, targets, Purge.NONE);
  }

  /**
   * Writes where the database stands: rows that a target descends from or that descend from it go,
   * dependencies counted, and the targets come. All targets are computed as one set, and one that
   * another needs gets no row. {@code base} takes all rows away, {@code X@base} those of X.
   *
   * @param rows the version rows as they are; relative targets count from them, purged or not
   * @param targets at least one target
   * @param purge whether rows go that the targets do not concern
   * @throws TargetException when a target is not clear or leads nowhere
   * @throws UnknownRowsException when a row is known to no script and they are not purged
   */
  public Stamp stamp(Set<String> rows, List<String> targets, Purge purge) {
    VersionRows current = VersionRows.of(graph, rows);
    if (purge == Purge.NONE) {
      current.requireKnown(Intent.STAMP);
    }
    Set<RevisionId> wanted = new TreeSet<>();
    Set<RevisionId> after = new TreeSet<>(purge == Purge.NONE ? current.known() : Set.of());
    for (Resolution resolution : resolutions(targets, current, Intent.STAMP)) {
      wanted.addAll(resolution.revisions());
      if (resolution.isBase()) {
        after.removeAll(ofBranch(resolution));
      }
    }
    after.removeAll(graph.lineage(wanted, Dependencies.FOLLOWED));
    after.addAll(graph.tops(wanted));
    return Stamp.between(rows, after);
  }

  /**
   * The revisions that a target means, by id; none for base.
   *
   * @param rows the version rows; those that no script knows matter only to what counts from them
   * @throws TargetException when the target is not clear or leads nowhere
   * @throws UnknownRowsException when it counts from rows of which one is known to no script
   */
  public List<Revision> resolve(String target, Set<String> rows) {
    return new TargetResolver(graph, VersionRows.of(graph, rows), Intent.LOOK_UP)
        .resolve(Target.parse(target)).revisions().stream().map(graph::get).toList();
  }

  /**
   * The revisions of a stretch of history, newest first, both ends included.
   *
   * @param range {@code START:END}, {@code START:} or {@code :END}, or null for everything
   * @param rows the version rows; those that no script knows matter only to what counts from them
   * @throws TargetException when the range has not that form, or its end does not descend from its
   *     start, or one of them is not clear or leads nowhere
   * @throws UnknownRowsException when it counts from rows of which one is known to no script
   */
  public List<Revision> range(@Nullable String range, Set<String> rows) {
    return new History(graph, VersionRows.of(graph, rows)).range(range);
  }

  private VersionRows known(Set<String> rows, Intent intent) {
    return VersionRows.of(graph, rows).requireKnown(intent);
  }

  private List<Resolution> resolutions(List<String> targets, VersionRows rows, Intent intent) {
    if (targets.isEmpty()) {
      throw new TargetException(
          "",
          "No target is given. Name at least one revision, or all of them: %s."
              .formatted(intent.command("heads")),
          List.of());
    }
    TargetResolver resolver = new TargetResolver(graph, rows, intent);
    return targets.stream()
        .map(Target::parse)
        .map(target -> resolver.resolve(intent == Intent.UPGRADE ? upwards(target) : target))
        .toList();
  }

  private static Target upwards(Target target) {
    if (target.isBareCount() && target.steps() < 0) {
      throw Intent.UPGRADE.refuse(
          target.text(),
          "it counts down from where the database is. Run %s."
              .formatted(Intent.DOWNGRADE.command(target.text())));
    }
    return target;
  }

  private Collection<RevisionId> ofBranch(Resolution base) {
    return base.branch()
        .<Collection<RevisionId>>map(branch -> graph.lineage(Set.of(branch), Dependencies.FOLLOWED))
        .orElseGet(graph::ids);
  }
}
