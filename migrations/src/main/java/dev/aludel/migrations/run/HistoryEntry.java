package dev.aludel.migrations.run;

import static java.util.Objects.requireNonNull;

import dev.aludel.migrations.revision.Revision;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * A revision with its place in the graph.
 *
 * @param labels the branch labels that reach it, sorted
 * @param traits what is special about its place
 */
public record HistoryEntry(Revision revision, Set<String> labels, Set<Trait> traits) {

  /** What can be special about a revision's place. */
  public enum Trait {
    /** No revision follows it. */
    HEAD,
    /** A head that a revision depends on: where that one is applied, this one has no row. */
    EFFECTIVE_HEAD,
    /** The database has a row for it. Only where the database was asked. */
    CURRENT,
    /** Several revisions follow it. */
    BRANCH_POINT,
    /** It follows several revisions. */
    MERGE_POINT
  }

  public HistoryEntry {
    requireNonNull(revision, "revision");
    labels = Collections.unmodifiableSortedSet(new TreeSet<>(labels));
    traits = Set.copyOf(traits);
  }
}
