package dev.aludel.migrations.revision;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * The walks through a graph. Each takes an edge at most once, and keeps its way on a stack of its
 * own: chains of revisions are longer than the thread's stack is deep.
 */
final class Traversal {
  private Traversal() {}

  /** What can be reached, the starts included. */
  static NavigableSet<RevisionId> reach(Collection<RevisionId> starts, Edges edges) {
    NavigableSet<RevisionId> seen = new TreeSet<>(starts);
    Deque<RevisionId> open = new ArrayDeque<>(seen);
    while (!open.isEmpty()) {
      for (RevisionId next : edges.of(open.pop())) {
        if (seen.add(next)) {
          open.push(next);
        }
      }
    }
    return seen;
  }

  /**
   * The members of a graph without cycles, each after those of its prerequisites that are members:
   * depth first from the members that no other member follows, ties by id.
   */
  static List<RevisionId> order(
      Collection<RevisionId> members, Edges prerequisites, Edges successors) {
    Set<RevisionId> all = new HashSet<>(members);
    NavigableSet<RevisionId> tops = new TreeSet<>();
    for (RevisionId id : all) {
      if (Collections.disjoint(successors.of(id), all)) {
        tops.add(id);
      }
    }
    return depthFirst(tops, all, prerequisites);
  }

  /** The members that can be reached from the starts, each when all that lies behind it is done. */
  static List<RevisionId> depthFirst(
      Collection<RevisionId> starts, Set<RevisionId> members, Edges edges) {
    List<RevisionId> done = new ArrayList<>(members.size());
    Set<RevisionId> entered = new HashSet<>();
    Deque<Visit> way = new ArrayDeque<>();
    for (RevisionId start : starts) {
      if (entered.add(start)) {
        way.push(Visit.of(start, edges));
      }
      while (!way.isEmpty()) {
        Visit visit = way.element();
        if (!visit.rest().hasNext()) {
          done.add(way.pop().id());
          continue;
        }
        RevisionId next = visit.rest().next();
        if (members.contains(next) && entered.add(next)) {
          way.push(Visit.of(next, edges));
        }
      }
    }
    return done;
  }

  /** A revision on the way, and the ends of its edges that are still to be visited. */
  private record Visit(RevisionId id, Iterator<RevisionId> rest) {
    static Visit of(RevisionId id, Edges edges) {
      return new Visit(id, edges.of(id).iterator());
    }
  }
}
