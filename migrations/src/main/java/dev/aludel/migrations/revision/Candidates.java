package dev.aludel.migrations.revision;

import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;

/**
 * Revisions between which a target does not decide, and the words that would decide.
 *
 * @param graph the graph that all of them are in
 * @param ids at least two revisions
 */
record Candidates(RevisionGraph graph, NavigableSet<RevisionId> ids) {

  /** All of them with their labels, for a sentence. */
  String described() {
    return Listing.and(ids.stream().map(this::described).toList());
  }

  /** For each of them the command that means it alone, for a sentence. */
  String commands(Intent intent, Target target) {
    return Listing.or(
        ids.stream().map(id -> intent.command(target.within(branchName(id)))).toList());
  }

  /** The command that means the first of them alone. */
  String firstCommand(Intent intent, Target target) {
    return intent.command(target.within(branchName(ids.first())));
  }

  private String described(RevisionId id) {
    Set<String> labels = graph.labels(id);
    return labels.isEmpty() ? id.value() : id + " (" + String.join(", ", labels) + ")";
  }

  /** A label whose branch holds this one and no other of them, or, without one, the id itself. */
  private String branchName(RevisionId id) {
    return graph.labels(id).stream()
        .filter(label -> isAloneIn(label, id))
        .findFirst()
        .orElse(id.value());
  }

  private boolean isAloneIn(String label, RevisionId id) {
    Optional<RevisionId> labelled = graph.labelled(label);
    Collection<RevisionId> branch = graph.lineage(labelled.stream().toList(), Dependencies.IGNORED);
    return ids.stream().filter(branch::contains).toList().equals(List.of(id));
  }
}
