package dev.aludel.migrations.revision;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * Follows every reference of a set of revisions and collects all that is wrong with them, so that a
 * person can correct everything at once. Revisions are taken in the order of their ids, so that the
 * problems come in the same order whatever the order of the files.
 */
final class GraphCheck {
  private final NavigableMap<RevisionId, List<Revision>> byId = new TreeMap<>();
  private final NavigableMap<String, NavigableMap<RevisionId, Revision>> byLabel = new TreeMap<>();
  private final Map<RevisionId, Set<RevisionId>> dependencies = new HashMap<>();
  private final List<String> problems = new ArrayList<>();

  private GraphCheck(Collection<Revision> revisions) {
    revisions.stream()
        .sorted(Comparator.comparing(Revision::id).thenComparing(Revision::source))
        .forEach(this::add);
    byId.values().forEach(this::checkId);
    byLabel.forEach(this::checkLabel);
    byId.values().forEach(same -> same.forEach(this::checkParents));
    byId.values().forEach(same -> same.forEach(this::resolveDependencies));
  }

  /**
   * What the revisions are once every reference has been followed.
   *
   * @param observer sees every edge that is visited, here and later
   * @throws RevisionGraphException when one leads nowhere, or two revisions claim one name, or a
   *     revision comes before itself
   */
  static CheckedRevisions check(Collection<Revision> revisions, UnaryOperator<Edges> observer) {
    GraphCheck check = new GraphCheck(revisions);
    NavigableMap<RevisionId, Revision> firsts = new TreeMap<>();
    check.byId.forEach((id, same) -> firsts.put(id, same.get(0)));
    Links links = Links.of(firsts.values(), check.dependencies).observed(observer);
    for (Set<RevisionId> cycle : Cycles.in(firsts.keySet(), links)) {
      check.problems.add(
          describeCycle(cycle.stream().map(firsts::get).map(GraphCheck::describe).toList()));
    }
    if (!check.problems.isEmpty()) {
      throw new RevisionGraphException(check.problems);
    }
    Map<String, RevisionId> labels = new HashMap<>();
    check.byLabel.forEach((label, holders) -> labels.put(label, holders.firstKey()));
    return new CheckedRevisions(firsts, labels, links);
  }

  private void add(Revision revision) {
    byId.computeIfAbsent(revision.id(), id -> new ArrayList<>()).add(revision);
    for (String label : revision.labels()) {
      byLabel.computeIfAbsent(label, name -> new TreeMap<>()).putIfAbsent(revision.id(), revision);
    }
  }

  private void checkId(List<Revision> same) {
    if (same.size() > 1) {
      problems.add(
          "%s is the id of %d scripts, %s. Give all but one of them an id of its own."
              .formatted(
                  same.get(0).id(),
                  same.size(),
                  Listing.and(same.stream().map(Revision::source).toList())));
    }
  }

  private void checkLabel(String label, NavigableMap<RevisionId, Revision> holders) {
    List<String> scripts = holders.values().stream().map(GraphCheck::describe).toList();
    if (scripts.size() > 1) {
      problems.add(
          "%s is a label of %d revisions, %s. A label names one revision: leave it on one."
              .formatted(label, scripts.size(), Listing.and(scripts)));
    }
    List<Revision> named = byId.getOrDefault(RevisionId.of(label), List.of());
    if (!named.isEmpty()) {
      problems.add(
          "%s is a label of %s and the id of %s. Rename the label."
              .formatted(label, Listing.and(scripts), describe(named.get(0))));
    }
  }

  private void checkParents(Revision revision) {
    Set<RevisionId> met = new HashSet<>();
    for (RevisionId parent : revision.parents()) {
      if (!met.add(parent)) {
        problems.add("%s revises %s twice. Name it once.".formatted(describe(revision), parent));
      } else if (!byId.containsKey(parent)) {
        problems.add(
            "%s revises %s, which no script has. Add that script, or correct the line."
                .formatted(describe(revision), parent));
      }
    }
  }

  private void resolveDependencies(Revision revision) {
    Set<RevisionId> resolved = new TreeSet<>();
    for (String name : new TreeSet<>(revision.dependencies())) {
      if (byLabel.containsKey(name)) {
        resolved.add(byLabel.get(name).firstKey());
      } else if (RevisionId.isName(name) && byId.containsKey(RevisionId.of(name))) {
        resolved.add(RevisionId.of(name));
      } else {
        problems.add(
            "%s depends on %s, which is no id and no label here. Add that script, or correct the line."
                .formatted(describe(revision), name));
      }
    }
    dependencies.putIfAbsent(revision.id(), resolved);
  }

  private static String describeCycle(List<String> members) {
    String what =
        members.size() == 1
            ? "%s is a cycle of its own: it needs itself."
            : "%s form a cycle: each of them needs the others first.";
    return (what + " Correct a \"revises\" or \"depends-on\" line.")
        .formatted(Listing.and(members));
  }

  private static String describe(Revision revision) {
    return "%s (%s)".formatted(revision.id(), revision.source());
  }
}
