package dev.aludel.migrations.author;

import dev.aludel.migrations.revision.Dependencies;
import dev.aludel.migrations.revision.Intent;
import dev.aludel.migrations.revision.Listing;
import dev.aludel.migrations.revision.Resolution;
import dev.aludel.migrations.revision.RevisionGraph;
import dev.aludel.migrations.revision.RevisionId;
import dev.aludel.migrations.revision.Target;
import dev.aludel.migrations.revision.TargetResolver;
import dev.aludel.migrations.revision.VersionRows;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Finds what a new revision stands on, from the targets by which it was named.
 *
 * @param rows the version rows; asked for only when a target counts from them
 */
record Ancestry(RevisionGraph graph, Supplier<Set<String>> rows) {

  /** What a new revision revises; nothing for a root. */
  Set<RevisionId> parents(List<String> heads, Splice splice) {
    List<String> targets = heads.isEmpty() ? List.of("head") : heads;
    NavigableSet<RevisionId> parents = all(targets, Intent.REVISE);
    if (splice == Splice.REFUSED) {
      parents.forEach(parent -> refuseUnlessHead(targets, parent));
    }
    return parents;
  }

  /** What a merge merges: two revisions at least. */
  Set<RevisionId> merged(List<String> heads) {
    List<String> targets = heads.isEmpty() ? List.of("heads") : heads;
    NavigableSet<RevisionId> merged = all(targets, Intent.MERGE);
    if (merged.size() < 2) {
      throw Intent.MERGE.refuse(
          typed(targets),
          "it means %s, and a merge needs two revisions at least. See \"heads\" for those that can be merged."
              .formatted(merged.isEmpty() ? "no revision" : merged.first()));
    }
    merged.forEach(head -> refuseMergeUnlessHead(targets, head));
    return merged;
  }

  private NavigableSet<RevisionId> all(List<String> targets, Intent intent) {
    NavigableSet<RevisionId> all = new TreeSet<>();
    boolean withBase = false;
    for (String target : targets) {
      Set<RevisionId> found = resolve(target, intent);
      withBase |= found.isEmpty();
      all.addAll(found);
    }
    if (withBase && !all.isEmpty()) {
      throw intent.refuse(
          typed(targets),
          "base means a new root, which follows nothing. Leave it out, or leave out the others.");
    }
    refuseImplied(targets, intent, all);
    return all;
  }

  private Set<RevisionId> resolve(String text, Intent intent) {
    Target target = Target.parse(text);
    Set<String> here = target.needsRows() ? rows.get() : Set.of();
    Resolution resolution =
        new TargetResolver(graph, VersionRows.of(graph, here), intent).resolve(target);
    if (resolution.isBase() && target.needsRows()) {
      throw intent.refuse(
          text,
          "the database is at base there, which is no revision. Name a revision of the scripts.");
    }
    return resolution.revisions();
  }

  private void refuseImplied(List<String> targets, Intent intent, NavigableSet<RevisionId> all) {
    for (RevisionId id : all) {
      NavigableSet<RevisionId> above = graph.descendants(Set.of(id), Dependencies.IGNORED);
      above.retainAll(all);
      above.remove(id);
      if (!above.isEmpty()) {
        throw intent.refuse(
            typed(targets),
            "%s descends from %s already. Leave out %s.".formatted(above.first(), id, id));
      }
    }
  }

  private void refuseUnlessHead(List<String> targets, RevisionId parent) {
    List<RevisionId> children = graph.children(parent);
    if (!children.isEmpty()) {
      throw Intent.REVISE.refuse(
          typed(targets),
          "%s is no head, it is followed by %s. Name a head (see \"heads\"), or add --splice to start a branch at %s."
              .formatted(parent, Listing.and(children), parent));
    }
  }

  private void refuseMergeUnlessHead(List<String> targets, RevisionId head) {
    List<RevisionId> children = graph.children(head);
    if (!children.isEmpty()) {
      throw Intent.MERGE.refuse(
          typed(targets),
          "%s is no head, it is followed by %s. Name the head of its branch (see \"heads\")."
              .formatted(head, Listing.and(children)));
    }
  }

  /** What a new revision depends on: labels as they are, everything else as whole ids. */
  List<String> dependencies(List<String> targets) {
    return targets.stream().flatMap(this::dependency).distinct().sorted().toList();
  }

  private Stream<String> dependency(String target) {
    if (graph.labelled(target).isPresent()) {
      return Stream.of(target);
    }
    Set<RevisionId> found = resolve(target, Intent.DEPEND_ON);
    if (found.isEmpty()) {
      throw Intent.DEPEND_ON.refuse(target, "it means no revision. Name one, or a label.");
    }
    return found.stream().map(RevisionId::value);
  }

  private static String typed(List<String> targets) {
    return String.join(" ", targets);
  }
}
