package dev.aludel.migrations.revision;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * The labels that count for each revision: its own, those of all it descends from, and those of the
 * revisions above it on the same branch, as far back as the point where that branch left another or
 * was merged. Alembic's rule.
 */
final class BranchLabels {
  private final Links links;
  private final Map<RevisionId, NavigableSet<String>> labels = new HashMap<>();

  private BranchLabels(Links links) {
    this.links = links;
  }

  /**
   * The labels of every revision that has some.
   *
   * @param revisions each after its parents
   */
  static Map<RevisionId, NavigableSet<String>> spread(List<Revision> revisions, Links links) {
    BranchLabels spread = new BranchLabels(links);
    revisions.forEach(spread::markBranch);
    if (!spread.labels.isEmpty()) {
      revisions.forEach(spread::inherit);
    }
    return spread.labels;
  }

  private void markBranch(Revision revision) {
    if (revision.labels().isEmpty()) {
      return;
    }
    RevisionId at = revision.id();
    mark(at, revision);
    while (links.parents().of(at).size() == 1) {
      at = links.parents().of(at).get(0);
      if (links.successors().of(at).size() > 1 || links.parents().of(at).size() > 1) {
        return;
      }
      mark(at, revision);
    }
  }

  private void mark(RevisionId id, Revision revision) {
    labels.computeIfAbsent(id, key -> new TreeSet<>()).addAll(revision.labels());
  }

  // Along an unlabelled stretch all revisions share one set, so that this costs a visit of each
  // edge and not a copy for each revision.
  private void inherit(Revision revision) {
    List<RevisionId> parents = links.parents().of(revision.id());
    NavigableSet<String> own = labels.get(revision.id());
    if (own == null && parents.size() == 1) {
      labels.put(revision.id(), of(parents.get(0)));
      return;
    }
    NavigableSet<String> all = own == null ? new TreeSet<>() : own;
    parents.forEach(parent -> all.addAll(of(parent)));
    labels.put(revision.id(), all);
  }

  private NavigableSet<String> of(RevisionId id) {
    return labels.getOrDefault(id, Collections.emptyNavigableSet());
  }
}
