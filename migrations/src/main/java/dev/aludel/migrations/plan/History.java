package dev.aludel.migrations.plan;

import dev.aludel.migrations.revision.Dependencies;
import dev.aludel.migrations.revision.Intent;
import dev.aludel.migrations.revision.Listing;
import dev.aludel.migrations.revision.Resolution;
import dev.aludel.migrations.revision.Revision;
import dev.aludel.migrations.revision.RevisionGraph;
import dev.aludel.migrations.revision.RevisionId;
import dev.aludel.migrations.revision.Target;
import dev.aludel.migrations.revision.TargetException;
import dev.aludel.migrations.revision.TargetRange;
import dev.aludel.migrations.revision.TargetResolver;
import dev.aludel.migrations.revision.VersionRows;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Stretches of history.
 *
 * @param graph the revisions
 * @param rows where the database stands
 */
record History(RevisionGraph graph, VersionRows rows) {

  List<Revision> range(@Nullable String range) {
    Collection<RevisionId> members =
        range == null ? graph.ids() : between(TargetRange.parse(range));
    List<Revision> newestFirst = new ArrayList<>(graph.inOrder(members));
    Collections.reverse(newestFirst);
    return newestFirst;
  }

  private Collection<RevisionId> between(TargetRange range) {
    Ends ends = ends(range);
    NavigableSet<RevisionId> members =
        graph.ancestors(ends.younger().revisions(), Dependencies.FOLLOWED);
    if (!members.containsAll(ends.older().revisions()) || !isInBranch(ends)) {
      throw notBelow(range, ends);
    }
    if (!ends.older().isBase()) {
      members.retainAll(graph.descendants(ends.older().revisions(), Dependencies.IGNORED));
    }
    return members;
  }

  /** Base lies below everything, but the base of a branch only below that branch. */
  private boolean isInBranch(Ends ends) {
    return !ends.older().isBase()
        || ends.older()
            .branch()
            .map(branch -> graph.lineage(Set.of(branch), Dependencies.IGNORED))
            .map(branch -> branch.containsAll(ends.younger().revisions()))
            .orElse(true);
  }

  /** A bare count at one end counts from the other end, and so that one is found first. */
  private Ends ends(TargetRange range) {
    Target start = range.start().orElseGet(() -> Target.parse("base"));
    Target end = ofBranch(start, range.end().orElseGet(() -> Target.parse("heads")));
    if (end.isBareCount() && !start.isBareCount()) {
      Resolution older = resolve(start, rows);
      return new Ends(older, resolve(end, standingAt(older)));
    }
    Resolution younger = resolve(end, rows);
    VersionRows from = start.isBareCount() && !end.isBareCount() ? standingAt(younger) : rows;
    return new Ends(resolve(start, from), younger);
  }

  /** All heads, after a start that lies in a branch, are all heads of that branch. */
  private static Target ofBranch(Target start, Target end) {
    return end.text().equals("heads")
        ? start.branch().map(branch -> Target.parse(branch + "@heads")).orElse(end)
        : end;
  }

  private Resolution resolve(Target target, VersionRows here) {
    return new TargetResolver(graph, here, Intent.LOOK_UP).resolve(target);
  }

  private static VersionRows standingAt(Resolution resolution) {
    return new VersionRows(resolution.revisions(), Set.of());
  }

  private static TargetException notBelow(TargetRange range, Ends ends) {
    return Intent.LOOK_UP.refuse(
        range.text(),
        "%s does not descend from %s. Write the older end first, and both ends in one branch."
            .formatted(name(ends.younger()), name(ends.older())));
  }

  private static String name(Resolution resolution) {
    String base = resolution.branch().map(id -> "the base of the branch of " + id).orElse("base");
    return resolution.isBase() ? base : Listing.and(resolution.revisions());
  }

  private record Ends(Resolution older, Resolution younger) {}
}
