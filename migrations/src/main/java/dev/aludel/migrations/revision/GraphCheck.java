package dev.aludel.migrations.revision;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Follows every reference of a set of revisions and collects all that is wrong with them, so that a
 * person can correct everything at once. Revisions are taken in the order of their ids, so that the
 * problems come in the same order whatever the order of the files.
 */
final class GraphCheck {
  // In the order of the ids: the first revision of each, and those whose id was taken.
  private final Map<RevisionId, Revision> byId = new LinkedHashMap<>();
  private final NavigableMap<RevisionId, List<Revision>> others = new TreeMap<>();
  private final NavigableMap<String, NavigableMap<RevisionId, Revision>> byLabel = new TreeMap<>();
  private final Map<RevisionId, List<RevisionId>> dependencies = new HashMap<>();
  private final List<String> problems = new ArrayList<>();

  private GraphCheck(Collection<Revision> revisions) {
    List<Revision> sorted = new ArrayList<>(revisions);
    sorted.sort(GraphCheck::compare);
    sorted.forEach(this::add);
    others.forEach(this::checkId);
    checkCase();
    byLabel.forEach(this::checkLabel);
    sorted.forEach(this::checkParents);
    sorted.forEach(this::resolveDependencies);
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
    Map<RevisionId, Revision> byId = check.byId;
    Links links = Links.of(byId.values(), check.dependencies).observed(observer);
    for (Set<RevisionId> cycle : Cycles.in(byId.keySet(), links)) {
      check.problems.add(
          describeCycle(cycle.stream().map(byId::get).map(GraphCheck::describe).toList()));
    }
    if (!check.problems.isEmpty()) {
      throw new RevisionGraphException(check.problems);
    }
    Map<String, RevisionId> labels = new HashMap<>();
    check.byLabel.forEach((label, holders) -> labels.put(label, holders.firstKey()));
    return new CheckedRevisions(byId, labels, links);
  }

  private static int compare(Revision one, Revision other) {
    int byId = one.id().compareTo(other.id());
    return byId == 0 ? one.source().compareTo(other.source()) : byId;
  }

  private void add(Revision revision) {
    if (byId.putIfAbsent(revision.id(), revision) != null) {
      others.computeIfAbsent(revision.id(), id -> new ArrayList<>()).add(revision);
    }
    for (String label : revision.labels()) {
      byLabel.computeIfAbsent(label, name -> new TreeMap<>()).putIfAbsent(revision.id(), revision);
    }
  }

  private void checkId(RevisionId id, List<Revision> others) {
    List<String> sources =
        Stream.concat(Stream.ofNullable(byId.get(id)), others.stream())
            .map(Revision::source)
            .toList();
    problems.add(
        "%s is the id of %d scripts, %s. Give all but one of them an id of its own."
            .formatted(id, sources.size(), Listing.and(sources)));
  }

  // A script is named by its id, and to macOS and Windows such names are one.
  private void checkCase() {
    Map<String, Revision> alike = new HashMap<>();
    for (Revision revision : byId.values()) {
      String folded = revision.id().value().toLowerCase(Locale.ROOT);
      Revision other = alike.putIfAbsent(folded, revision);
      if (other != null) {
        problems.add(
            "%s and %s differ in case alone, and macOS and Windows would make one file of them. Give one of them another id."
                .formatted(describe(other), describe(revision)));
      }
    }
  }

  private void checkLabel(String label, NavigableMap<RevisionId, Revision> holders) {
    List<String> scripts = holders.values().stream().map(GraphCheck::describe).toList();
    if (scripts.size() > 1) {
      problems.add(
          "%s is a label of %d revisions, %s. A label names one revision: leave it on one."
              .formatted(label, scripts.size(), Listing.and(scripts)));
    }
    Revision named = byId.get(RevisionId.of(label));
    if (named != null) {
      problems.add(
          "%s is a label of %s and the id of %s. Rename the label."
              .formatted(label, Listing.and(scripts), describe(named)));
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
    if (revision.dependencies().isEmpty()) {
      return;
    }
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
    dependencies.putIfAbsent(revision.id(), List.copyOf(resolved));
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
