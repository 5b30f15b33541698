package dev.aludel.migrations.revision;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;

/**
 * Finds the revisions that would come before themselves: the strongly connected parts of the graph,
 * by Kosaraju's algorithm. However many ways lead around inside a part, it is told of once.
 */
final class Cycles {
  private Cycles() {}

  /** Each knot of revisions that all need each other, ids in order; empty when there is none. */
  static List<NavigableSet<RevisionId>> in(Set<RevisionId> revisions, Links links) {
    Deque<RevisionId> latestFirst = new ArrayDeque<>();
    Traversal.depthFirst(revisions, revisions, links.prerequisites()).forEach(latestFirst::push);
    Set<RevisionId> taken = new HashSet<>();
    List<NavigableSet<RevisionId>> cycles = new ArrayList<>();
    for (RevisionId id : latestFirst) {
      if (!taken.contains(id)) {
        NavigableSet<RevisionId> part = part(id, links.successors(), taken);
        if (part.size() > 1 || links.prerequisites().of(id).contains(id)) {
          cycles.add(part);
        }
      }
    }
    return cycles;
  }

  private static NavigableSet<RevisionId> part(
      RevisionId start, Edges successors, Set<RevisionId> taken) {
    NavigableSet<RevisionId> part =
        Traversal.reach(List.of(start), id -> without(taken, successors.of(id)));
    taken.addAll(part);
    return part;
  }

  private static List<RevisionId> without(Set<RevisionId> taken, List<RevisionId> ids) {
    List<RevisionId> left = new ArrayList<>(ids.size());
    for (RevisionId id : ids) {
      if (!taken.contains(id)) {
        left.add(id);
      }
    }
    return left;
  }
}
