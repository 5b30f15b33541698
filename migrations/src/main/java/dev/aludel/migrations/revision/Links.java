package dev.aludel.migrations.revision;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * All edges of a graph.
 *
 * @param parents what a revision revises, by id
 * @param dependencies what a revision depends on, by id
 * @param prerequisites dependencies, then parents
 * @param children what revises it, by id
 * @param dependents what depends on it, by id
 * @param successors children and dependents, by id
 */
record Links(
    Edges parents,
    Edges dependencies,
    Edges prerequisites,
    Edges children,
    Edges dependents,
    Edges successors) {

  /**
   * The edges that these revisions, whose references all lead somewhere, are joined by.
   *
   * @param revisions in the order of their ids
   * @param dependencies by id; of those alone that have some
   */
  static Links of(Collection<Revision> revisions, Map<RevisionId, List<RevisionId>> dependencies) {
    Map<RevisionId, List<RevisionId>> up = new HashMap<>();
    Map<RevisionId, List<RevisionId>> prerequisites = new HashMap<>();
    for (Revision revision : revisions) {
      RevisionId id = revision.id();
      List<RevisionId> parents = byId(revision.parents());
      up.put(id, parents);
      prerequisites.put(id, together(dependencies.getOrDefault(id, List.of()), parents));
    }
    return new Links(
        edges(up),
        edges(dependencies),
        edges(prerequisites),
        edges(reversed(revisions, up)),
        edges(reversed(revisions, dependencies)),
        edges(reversed(revisions, prerequisites)));
  }

  private static List<RevisionId> byId(List<RevisionId> ids) {
    return ids.size() < 2 ? ids : List.copyOf(new TreeSet<>(ids));
  }

  private static List<RevisionId> together(List<RevisionId> first, List<RevisionId> then) {
    if (first.isEmpty()) {
      return then;
    }
    Set<RevisionId> all = new LinkedHashSet<>(first);
    all.addAll(then);
    return List.copyOf(all);
  }

  /** The same edges, each kind seen through the observer. */
  Links observed(UnaryOperator<Edges> observer) {
    return new Links(
        observer.apply(parents),
        observer.apply(dependencies),
        observer.apply(prerequisites),
        observer.apply(children),
        observer.apply(dependents),
        observer.apply(successors));
  }

  // Who is met in the order of the ids points back in that order.
  private static Map<RevisionId, List<RevisionId>> reversed(
      Collection<Revision> revisions, Map<RevisionId, List<RevisionId>> edges) {
    Map<RevisionId, List<RevisionId>> reversed = new HashMap<>();
    for (Revision revision : revisions) {
      for (RevisionId to : edges.getOrDefault(revision.id(), List.of())) {
        reversed.computeIfAbsent(to, id -> new ArrayList<>(1)).add(revision.id());
      }
    }
    reversed.replaceAll((to, all) -> Collections.unmodifiableList(all));
    return reversed;
  }

  private static Edges edges(Map<RevisionId, List<RevisionId>> lists) {
    return id -> lists.getOrDefault(id, List.of());
  }
}
