package dev.aludel.migrations.revision;

import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a target means in one graph, from where one database stands.
 *
 * @param revisions the revisions meant, sorted; empty for the point before the first revision
 * @param branchRevision the revision by which the branch is known that the target speaks of, or
 *     null when it speaks of the whole graph
 */
public record Resolution(Set<RevisionId> revisions, @Nullable RevisionId branchRevision) {

  public Resolution {
    revisions = Collections.unmodifiableNavigableSet(new TreeSet<>(revisions));
  }

  /** Whether the point before the first revision is meant. */
  public boolean isBase() {
    return revisions.isEmpty();
  }

  /** The revision by which the branch is known; empty when the whole graph is spoken of. */
  public Optional<RevisionId> branch() {
    return Optional.ofNullable(branchRevision);
  }
}
