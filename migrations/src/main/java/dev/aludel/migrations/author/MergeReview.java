package dev.aludel.migrations.author;

import dev.aludel.migrations.revision.Dependencies;
import dev.aludel.migrations.revision.Revision;
import dev.aludel.migrations.revision.RevisionId;
import dev.aludel.migrations.script.ScriptDirectory;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What merged branches do to the same tables since they parted. Two revisions meet when each is on
 * a side where the other is not: of the others, one always runs before the other.
 */
final class MergeReview {
  private final ScriptDirectory scripts;
  private final Set<RevisionId> merged;
  // For each revision those of the merged ones that need it.
  private final Map<RevisionId, Set<RevisionId>> sides = new HashMap<>();

  MergeReview(ScriptDirectory scripts, Collection<RevisionId> merged) {
    this.scripts = scripts;
    this.merged = new TreeSet<>(merged);
    for (RevisionId head : this.merged) {
      scripts
          .graph()
          .ancestors(Set.of(head), Dependencies.FOLLOWED)
          .forEach(id -> sides.computeIfAbsent(id, key -> new TreeSet<>()).add(head));
    }
  }

  /** By name. Reads the scripts of all revisions that not all merged ones need. */
  List<SharedTable> sharedTables() {
    List<SharedTable> shared = new ArrayList<>();
    touching()
        .forEach(
            (table, revisions) -> {
              revisions.removeIf(one -> revisions.stream().noneMatch(other -> meet(one, other)));
              if (!revisions.isEmpty()) {
                shared.add(new SharedTable(table, bySide(revisions)));
              }
            });
    return shared;
  }

  private SortedMap<String, List<RevisionId>> touching() {
    SortedMap<String, List<RevisionId>> touching = new TreeMap<>();
    for (Revision revision : scripts.graph().inOrder(sides.keySet())) {
      if (!side(revision.id()).equals(merged)) {
        TouchedTables.of(scripts.script(revision.id()))
            .forEach(
                table ->
                    touching.computeIfAbsent(table, key -> new ArrayList<>()).add(revision.id()));
      }
    }
    return touching;
  }

  private boolean meet(RevisionId one, RevisionId other) {
    return !side(one).containsAll(side(other)) && !side(other).containsAll(side(one));
  }

  private Set<RevisionId> side(RevisionId id) {
    return sides.getOrDefault(id, Set.of());
  }

  private SortedMap<RevisionId, List<RevisionId>> bySide(List<RevisionId> revisions) {
    Map<RevisionId, List<RevisionId>> bySide = new LinkedHashMap<>();
    for (RevisionId revision : revisions) {
      side(revision)
          .forEach(head -> bySide.computeIfAbsent(head, key -> new ArrayList<>()).add(revision));
    }
    return new TreeMap<>(bySide);
  }
}
