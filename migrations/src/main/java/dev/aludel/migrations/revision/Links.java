package dev.aludel.migrations.revision;

import java.util.Collection;
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

  /** The edges that these revisions, whose references all lead somewhere, are joined by. */
  static Links of(Collection<Revision> revisions, Map<RevisionId, Set<RevisionId>> dependencies) {
    Map<RevisionId, Set<RevisionId>> up = new HashMap<>();
    Map<RevisionId, Set<RevisionId>> prerequisites = new HashMap<>();
    for (Revision revision : revisions) {
      Set<RevisionId> parents = new TreeSet<>(revision.parents());
      Set<RevisionId> needed = dependencies.getOrDefault(revision.id(), Set.of());
      up.put(revision.id(), parents);
      Set<RevisionId> all = new LinkedHashSet<>(needed);
      all.addAll(parents);
      prerequisites.put(revision.id(), all);
    }
    return new Links(
        edges(up),
        edges(dependencies),
        edges(prerequisites),
        edges(reversed(up)),
        edges(reversed(dependencies)),
        edges(reversed(prerequisites)));
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

  private static Map<RevisionId, Set<RevisionId>> reversed(Map<RevisionId, Set<RevisionId>> edges) {
    Map<RevisionId, Set<RevisionId>> reversed = new HashMap<>();
    edges.forEach(
        (from, all) ->
            all.forEach(to -> reversed.computeIfAbsent(to, id -> new TreeSet<>()).add(from)));
    return reversed;
  }

  private static Edges edges(Map<RevisionId, Set<RevisionId>> sets) {
    Map<RevisionId, List<RevisionId>> lists = new HashMap<>();
    sets.forEach((from, all) -> lists.put(from, List.copyOf(all)));
    return id -> lists.getOrDefault(id, List.of());
  }
}
