package dev.aludel.migrations.plan;

import dev.aludel.migrations.revision.RevisionId;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * What one step does to the version table. The two sets are disjoint; one row removed and one added
 * are one update.
 *
 * @param removed the rows that go, sorted; each is there before the step
 * @param added the rows that come, sorted; none is there before the step
 */
public record VersionChange(Set<RevisionId> removed, Set<RevisionId> added) {

  public VersionChange {
    removed = Collections.unmodifiableNavigableSet(new TreeSet<>(removed));
    added = Collections.unmodifiableNavigableSet(new TreeSet<>(added));
  }
}
