package dev.aludel.migrations.plan;

import dev.aludel.migrations.revision.Dependencies;
import dev.aludel.migrations.revision.Intent;
import dev.aludel.migrations.revision.Listing;
import dev.aludel.migrations.revision.Resolution;
import dev.aludel.migrations.revision.Revision;
import dev.aludel.migrations.revision.RevisionGraph;
import dev.aludel.migrations.revision.RevisionId;
import dev.aludel.migrations.revision.Target;
import dev.aludel.migrations.revision.TargetResolver;
import dev.aludel.migrations.revision.VersionRows;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * The plan that takes a database down to a target.
 *
 * @param graph the revisions
 * @param rows where the database stands; all of them known
 */
record Downgrade(RevisionGraph graph, VersionRows rows) {

  Plan to(Target target) {
    refuseCountingUp(target);
    Resolution resolution = new TargetResolver(graph, rows, Intent.DOWNGRADE).resolve(target);
    refuseSeveral(target, resolution);
    NavigableSet<RevisionId> applied = rows.applied(graph);
    refuseUnapplied(target, resolution, applied);
    applied.retainAll(graph.descendants(above(resolution), Dependencies.FOLLOWED));
    List<Revision> leaving = new ArrayList<>(graph.inOrder(applied));
    Collections.reverse(leaving);
    RowKeeper keeper = new RowKeeper(graph, rows);
    leaving.forEach(keeper::revert);
    return keeper.plan();
  }

  /** The first revisions that have to go, so far as they belong to the target's branch. */
  private Set<RevisionId> above(Resolution resolution) {
    Set<RevisionId> first = new TreeSet<>();
    if (resolution.isBase()) {
      first.addAll(graph.bases());
    }
    resolution.revisions().forEach(id -> first.addAll(graph.children(id)));
    resolution
        .branch()
        .ifPresent(branch -> first.retainAll(graph.lineage(Set.of(branch), Dependencies.IGNORED)));
    return first;
  }

  private static void refuseCountingUp(Target target) {
    if (target.isBareCount() && target.steps() > 0) {
      throw Intent.DOWNGRADE.refuse(
          target.text(),
          "it counts up from where the database is. Run %s."
              .formatted(Intent.UPGRADE.command(target.text())));
    }
  }

  private static void refuseSeveral(Target target, Resolution resolution) {
    if (resolution.revisions().size() > 1) {
      throw Intent.DOWNGRADE.refuse(
          target.text(),
          "it means %d revisions, %s. Name the one to go down to."
              .formatted(resolution.revisions().size(), Listing.and(resolution.revisions())),
          resolution.revisions());
    }
  }

  private void refuseUnapplied(
      Target target, Resolution resolution, Collection<RevisionId> applied) {
    for (RevisionId id : resolution.revisions()) {
      if (!applied.contains(id)) {
        String place = rows.known().isEmpty() ? "base" : Listing.and(rows.known());
        throw Intent.DOWNGRADE.refuse(
            target.text(),
            "%s is not applied; the database is at %s. To go up, run %s."
                .formatted(id, place, Intent.UPGRADE.command(target.text())));
      }
    }
  }
}
