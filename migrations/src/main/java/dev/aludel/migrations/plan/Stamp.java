package dev.aludel.migrations.plan;

import dev.aludel.migrations.revision.RevisionId;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a stamp does to the version table; no revision runs. Unlike a step it may remove rows that
 * no script knows, so these are plain texts.
 *
 * @param removed the rows that go, sorted; each is there before
 * @param added the rows that come, sorted; none is there before
 * @param rowsBefore the version rows that the stamp was computed for, sorted
 * @param rowsAfter the version rows afterwards, sorted
 */
public record Stamp(
    Set<String> removed, Set<RevisionId> added, Set<String> rowsBefore, Set<String> rowsAfter) {

  public Stamp {
    removed = Collections.unmodifiableNavigableSet(new TreeSet<>(removed));
    added = Collections.unmodifiableNavigableSet(new TreeSet<>(added));
    rowsBefore = Collections.unmodifiableNavigableSet(new TreeSet<>(rowsBefore));
    rowsAfter = Collections.unmodifiableNavigableSet(new TreeSet<>(rowsAfter));
  }

  /** The change from the first rows to the second, which are all known. */
  static Stamp between(Set<String> rowsBefore, Set<RevisionId> after) {
    Set<String> rowsAfter = new TreeSet<>();
    after.forEach(id -> rowsAfter.add(id.value()));
    Set<String> removed = new TreeSet<>(rowsBefore);
    removed.removeAll(rowsAfter);
    Set<RevisionId> added = new TreeSet<>(after);
    added.removeIf(id -> rowsBefore.contains(id.value()));
    return new Stamp(removed, added, rowsBefore, rowsAfter);
  }

  /** Whether the rows stay as they are. */
  public boolean isEmpty() {
    return removed.isEmpty() && added.isEmpty();
  }
}
