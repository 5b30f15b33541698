package dev.aludel.migrations.plan;

import dev.aludel.migrations.revision.Direction;
import dev.aludel.migrations.revision.Revision;
import dev.aludel.migrations.revision.RevisionGraph;
import dev.aludel.migrations.revision.RevisionId;
import dev.aludel.migrations.revision.VersionRows;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Keeps the version rows while a plan is made step by step: a row for each applied revision that no
 * other applied revision needs.
 */
final class RowKeeper {
  private final RevisionGraph graph;
  private final Set<RevisionId> before;
  private final Set<RevisionId> rows;
  // How many applied revisions need this one at first hand, so that a revert need not ask them all.
  private final Map<RevisionId, Integer> needed = new HashMap<>();
  private final List<Step> steps = new ArrayList<>();

  RowKeeper(RevisionGraph graph, VersionRows rows) {
    this.graph = graph;
    this.before = rows.known();
    this.rows = new TreeSet<>(rows.known());
    rows.applied(graph).forEach(id -> countPrerequisites(id, 1));
  }

  /** Every prerequisite of the revision is applied, and the revision is not. */
  void apply(Revision revision) {
    RevisionId id = revision.id();
    Set<RevisionId> removed = new TreeSet<>(graph.prerequisites(id));
    removed.retainAll(rows);
    countPrerequisites(id, 1);
    take(Direction.UPGRADE, revision, new VersionChange(removed, Set.of(id)));
  }

  /** The revision is applied, and nothing applied needs it, so it has a row. */
  void revert(Revision revision) {
    RevisionId id = revision.id();
    countPrerequisites(id, -1);
    Set<RevisionId> added = new TreeSet<>(graph.prerequisites(id));
    added.removeIf(prerequisite -> needed.getOrDefault(prerequisite, 0) > 0);
    added.removeAll(rows);
    take(Direction.DOWNGRADE, revision, new VersionChange(Set.of(id), added));
  }

  Plan plan() {
    return new Plan(steps, texts(before), texts(rows));
  }

  private void countPrerequisites(RevisionId id, int change) {
    graph
        .prerequisites(id)
        .forEach(prerequisite -> needed.merge(prerequisite, change, Integer::sum));
  }

  private void take(Direction direction, Revision revision, VersionChange change) {
    rows.removeAll(change.removed());
    rows.addAll(change.added());
    steps.add(new Step(direction, revision, change));
  }

  private static Set<String> texts(Set<RevisionId> ids) {
    Set<String> texts = new TreeSet<>();
    ids.forEach(id -> texts.add(id.value()));
    return texts;
  }
}
