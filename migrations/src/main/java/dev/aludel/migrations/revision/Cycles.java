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
    List<RevisionId> earliestFirst =
        Traversal.depthFirst(revisions, revisions, links.prerequisites());
    return eachComesAfterWhatItNeeds(earliestFirst, links.prerequisites())
        ? List.of()
        : knots(earliestFirst, links);
  }

  // Which is how a walk through a graph without cycles ends, and no other.
  private static boolean eachComesAfterWhatItNeeds(List<RevisionId> revisions, Edges needs) {
    Set<RevisionId> ahead = new HashSet<>(revisions);
    for (RevisionId id : revisions) {
      for (RevisionId needed : needs.of(id)) {
        if (ahead.contains(needed)) {
          return false;
        }
      }
      ahead.remove(id);
    }
    return true;
  }

  private static List<NavigableSet<RevisionId>> knots(List<RevisionId> earliestFirst, Links links) {
    Deque<RevisionId> latestFirst = new ArrayDeque<>();
    earliestFirst.forEach(latestFirst::push);
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
