package dev.aludel.migrations.run;

import dev.aludel.migrations.revision.Revision;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where a database is.
 *
 * @param revisions one for each row of the version table, ordered by its text
 * @param impliedHeads heads that are applied and have no row, because another applied revision
 *     depends on them, by id
 * @param missingHeads heads that are not applied, by id
 * @param keptRows rows of the version table that are of Aludel's storage, whose revisions are not
 *     among these scripts, sorted: left alone, and neither unknown nor heads
 * @param problems in what the version table is not as it should be, and what to do: whole sentences
 */
public record CurrentState(
    List<CurrentRevision> revisions,
    List<HistoryEntry> impliedHeads,
    List<HistoryEntry> missingHeads,
    List<String> keptRows,
    List<String> problems) {
  public CurrentState {
    revisions = List.copyOf(revisions);
    impliedHeads = List.copyOf(impliedHeads);
    missingHeads = List.copyOf(missingHeads);
    keptRows = List.copyOf(keptRows);
    problems = List.copyOf(problems);
  }

  /**
   * Whether everything is applied that the scripts hold, and nothing else, and the version table
   * leaves no doubt of it.
   */
  public boolean isAtHeads() {
    return missingHeads.isEmpty() && unknownRows().isEmpty() && problems.isEmpty();
  }

  /** The rows as they stand in the version table, sorted, without those that are kept. */
  public SortedSet<String> rows() {
    return Collections.unmodifiableSortedSet(
        revisions.stream()
            .map(CurrentRevision::row)
            .collect(Collectors.toCollection(TreeSet::new)));
  }

  /** What the version table says that the scripts do not know. */
  public List<String> unknownRows() {
    return revisions.stream()
        .filter(current -> current.revision().isEmpty())
        .map(CurrentRevision::row)
        .toList();
  }

  /**
   * A row of the version table.
   *
   * @param known its revision, or null: no script has this id, the database is ahead of the scripts
   * @param position whether a revision follows it
   */
  public record CurrentRevision(String row, @Nullable Revision known, Position position) {

    /** The revision; empty if no script has this id. */
    public Optional<Revision> revision() {
      return Optional.ofNullable(known);
    }
  }

  /** Where a revision is in the graph. */
  public enum Position {
    HEAD,
    BELOW_HEAD,
    UNKNOWN
  }
}
