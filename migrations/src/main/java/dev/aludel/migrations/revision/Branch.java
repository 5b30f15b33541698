package dev.aludel.migrations.revision;

import java.util.Collection;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A part of the graph that a target confines itself to: what the revision in front of the {@code @}
 * descends from and what descends from it, dependencies aside.
 *
 * @param revision the revision in front of the {@code @}, or null for the whole graph
 * @param members what belongs to the branch
 * @param place how a sentence says that something is in this branch; empty for the whole graph
 */
record Branch(@Nullable RevisionId revision, Set<RevisionId> members, String place) {

  static Branch whole(RevisionGraph graph) {
    return new Branch(null, graph.ids(), "");
  }

  static Branch of(RevisionGraph graph, String name, RevisionId revision) {
    return new Branch(
        revision, graph.lineage(Set.of(revision), Dependencies.IGNORED), " in the branch " + name);
  }

  boolean isWhole() {
    return revision == null;
  }

  /** Those of the revisions that belong to this branch. */
  NavigableSet<RevisionId> of(Collection<RevisionId> ids) {
    NavigableSet<RevisionId> within = new TreeSet<>(ids);
    within.removeIf(id -> !members.contains(id));
    return within;
  }
}
