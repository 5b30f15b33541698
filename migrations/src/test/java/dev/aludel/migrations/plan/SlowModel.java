package dev.aludel.migrations.plan;

import dev.aludel.migrations.revision.Revision;
import dev.aludel.migrations.revision.RevisionId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * The rules said over again in the plainest way: sets of applied revisions and nothing cleverer
 * than trying every pair. Slow, and unlike the planner in everything but the answer.
 */
final class SlowModel {
  private final Map<String, Revision> revisions = new TreeMap<>();
  private final Map<String, String> labels = new HashMap<>();
  private final Map<String, Set<String>> parents = new TreeMap<>();
  private final Map<String, Set<String>> needs = new TreeMap<>();
  private final Map<String, Set<String>> branchAncestors = new TreeMap<>();
  private final Map<String, Set<String>> ancestors = new TreeMap<>();

  /** The version rows; never one that another needs. */
  private Set<String> rows = new TreeSet<>();

  SlowModel(List<Revision> all) {
    for (Revision revision : all) {
      revisions.put(revision.id().value(), revision);
      revision.labels().forEach(label -> labels.put(label, revision.id().value()));
    }
    for (Revision revision : all) {
      String id = revision.id().value();
      parents.put(id, new TreeSet<>(revision.parents().stream().map(RevisionId::value).toList()));
      needs.put(id, new TreeSet<>(parents(id)));
      revision.dependencies().forEach(name -> needs(id).add(labels.getOrDefault(name, name)));
    }
    revisions.keySet().forEach(id -> branchAncestors.put(id, closure(id, parents)));
    revisions.keySet().forEach(id -> ancestors.put(id, closure(id, needs)));
  }

  void clear() {
    rows = new TreeSet<>();
  }

  Set<String> rows() {
    return rows;
  }

  Set<String> needs(String id) {
    return needs.getOrDefault(id, Set.of());
  }

  Set<String> ids() {
    return revisions.keySet();
  }

  Set<String> labels() {
    return new TreeSet<>(labels.keySet());
  }

  /** Everything that the rows imply, and the rows. */
  Set<String> applied() {
    return where(id -> rows.stream().anyMatch(row -> ancestors(row).contains(id)));
  }

  /** Those of the revisions that none of them needs. */
  Set<String> tops(Set<String> ids) {
    Set<String> tops = new TreeSet<>(ids);
    tops.removeIf(
        id -> ids.stream().anyMatch(other -> !other.equals(id) && ancestors(other).contains(id)));
    return tops;
  }

  /** The same of a set in which nothing is missing that one of them needs. */
  Set<String> topsOfComplete(Set<String> ids) {
    Set<String> tops = new TreeSet<>(ids);
    ids.forEach(id -> tops.removeAll(needs(id)));
    return tops;
  }

  /** False, and nothing changed, when the target is refused. */
  boolean upgrade(RandomTarget target) {
    Optional<Set<String>> wanted = resolve(target);
    if (wanted.isEmpty() || (target.isBare() && target.steps() < 0)) {
      return false;
    }
    Set<String> applied = applied();
    wanted.get().forEach(id -> applied.addAll(ancestors(id)));
    rows = tops(applied);
    return true;
  }

  /** False, and nothing changed, when the target is refused. */
  boolean downgrade(RandomTarget target) {
    Optional<Set<String>> found = resolve(target);
    if (found.isEmpty() || found.get().size() > 1 || (target.isBare() && target.steps() > 0)) {
      return false;
    }
    Set<String> applied = applied();
    if (!applied.containsAll(found.get())) {
      return false;
    }
    Set<String> first =
        where(
            id ->
                found.get().isEmpty()
                    ? parents(id).isEmpty()
                    : parents(id).containsAll(found.get()));
    first.retainAll(branchToTakeDown(target));
    applied.removeIf(id -> first.stream().anyMatch(ancestors(id)::contains));
    rows = tops(applied);
    return true;
  }

  /** False, and nothing changed, when the target is refused. */
  boolean stamp(List<RandomTarget> targets) {
    Set<String> wanted = new TreeSet<>();
    Set<String> after = new TreeSet<>(rows);
    for (RandomTarget target : targets) {
      Optional<Set<String>> found = resolve(target);
      if (found.isEmpty()) {
        return false;
      }
      wanted.addAll(found.get());
      if (found.get().isEmpty()) {
        Optional<String> branch = branchOf(target);
        after.removeIf(row -> branch.isEmpty() || related(row, branch.get(), ancestors));
      }
    }
    after.removeIf(row -> wanted.stream().anyMatch(id -> related(row, id, ancestors)));
    after.addAll(tops(wanted));
    rows = after;
    return true;
  }

  /** What the target means; empty when it is refused. */
  private Optional<Set<String>> resolve(RandomTarget target) {
    Set<String> everywhere = ids();
    Optional<String> branch = Optional.empty();
    if (!target.branch().isEmpty()) {
      branch = only(named(target.branch(), everywhere));
      if (branch.isEmpty()) {
        return Optional.empty();
      }
    }
    Set<String> members = branch.map(this::branch).orElse(everywhere);
    Optional<Set<String>> anchor = anchor(target, members, branch.isPresent());
    if (anchor.isEmpty() || target.steps() == 0) {
      return anchor;
    }
    return anchor.get().size() > 1 ? Optional.empty() : walk(anchor.get(), members, target.steps());
  }

  private Optional<Set<String>> anchor(RandomTarget target, Set<String> members, boolean inBranch) {
    Set<String> heads = where(id -> parents.values().stream().noneMatch(p -> p.contains(id)));
    Set<String> applied = applied();
    return switch (target.anchor()) {
      case "base" -> Optional.of(Set.of());
      case "heads" -> Optional.of(inBranch ? both(heads, members) : tops(ids()));
      case "head" -> Optional.of(both(heads, members)).filter(found -> found.size() < 2);
      case "", "current" -> {
        Set<String> within = both(rows, members);
        yield Optional.of(within.isEmpty() && inBranch ? tops(both(applied, members)) : within);
      }
      default -> only(named(target.anchor(), members)).map(Set::of);
    };
  }

  private Optional<Set<String>> walk(Set<String> start, Set<String> members, int steps) {
    Set<String> at = start;
    for (int step = 0; step < Math.abs(steps); step++) {
      Set<String> here = at;
      Set<String> next;
      if (steps > 0) {
        next = where(id -> here.isEmpty() ? parents(id).isEmpty() : parents(id).containsAll(here));
      } else if (here.isEmpty()) {
        return Optional.empty();
      } else {
        next = new TreeSet<>(parents(here.iterator().next()));
      }
      next.retainAll(members);
      if (next.size() > 1 || (next.isEmpty() && steps > 0)) {
        return Optional.empty();
      }
      at = next;
    }
    return Optional.of(at);
  }

  private Set<String> named(String name, Set<String> members) {
    if (ids().contains(name)) {
      return both(Set.of(name), members);
    }
    if (labels.containsKey(name)) {
      return both(Set.of(labels.getOrDefault(name, "")), members);
    }
    return both(where(id -> id.length() > 3 && id.startsWith(name)), members);
  }

  private Set<String> branchToTakeDown(RandomTarget target) {
    return branchOf(target).map(this::branch).orElse(ids());
  }

  /** The branch that the target names, or that of the one row from which it counts down. */
  private Optional<String> branchOf(RandomTarget target) {
    if (!target.branch().isEmpty()) {
      return only(named(target.branch(), ids()));
    }
    boolean countsDown = target.startsAtRows() && target.steps() < 0;
    return countsDown ? only(rows) : Optional.empty();
  }

  private Set<String> branch(String of) {
    return where(id -> related(id, of, branchAncestors));
  }

  private static boolean related(String one, String other, Map<String, Set<String>> ancestors) {
    return ancestors.getOrDefault(one, Set.of()).contains(other)
        || ancestors.getOrDefault(other, Set.of()).contains(one);
  }

  private Set<String> parents(String id) {
    return parents.getOrDefault(id, Set.of());
  }

  private Set<String> ancestors(String id) {
    return ancestors.getOrDefault(id, Set.of());
  }

  private Set<String> where(Predicate<String> condition) {
    Set<String> found = new TreeSet<>(ids());
    found.removeIf(condition.negate());
    return found;
  }

  private static Set<String> both(Set<String> one, Set<String> other) {
    Set<String> both = new TreeSet<>(one);
    both.retainAll(other);
    return both;
  }

  private static Optional<String> only(Set<String> ids) {
    return ids.size() == 1 ? ids.stream().findFirst() : Optional.empty();
  }

  private static Set<String> closure(String start, Map<String, Set<String>> edges) {
    Set<String> closure = new HashSet<>(Set.of(start));
    int size;
    do {
      size = closure.size();
      for (String id : List.copyOf(closure)) {
        closure.addAll(edges.getOrDefault(id, Set.of()));
      }
    } while (closure.size() > size);
    return closure;
  }
}
