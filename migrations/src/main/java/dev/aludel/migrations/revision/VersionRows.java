package dev.aludel.migrations.revision;

import java.util.Collection;
import java.util.Collections;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * The rows of a version table as these scripts see them. A row is known when it is exactly the id
 * of a revision; prefixes and labels do not count here.
 *
 * @param known the rows that are revisions, sorted
 * @param unknown the rows that no script has, as they stand in the table, sorted
 */
public record VersionRows(Set<RevisionId> known, Set<String> unknown) {

  public VersionRows {
    known = Collections.unmodifiableNavigableSet(new TreeSet<>(known));
    unknown = Collections.unmodifiableNavigableSet(new TreeSet<>(unknown));
  }

  /** Sorts the rows into those that the graph knows and the others. */
  public static VersionRows of(RevisionGraph graph, Collection<String> rows) {
    Set<RevisionId> known = new TreeSet<>();
    Set<String> unknown = new TreeSet<>();
    for (String row : rows) {
      if (RevisionId.isName(row) && graph.find(RevisionId.of(row)).isPresent()) {
        known.add(RevisionId.of(row));
      } else {
        unknown.add(row);
      }
    }
    return new VersionRows(known, unknown);
  }

  /** What is applied in a database with these rows: the known ones and all that they need. */
  public NavigableSet<RevisionId> applied(RevisionGraph graph) {
    return graph.ancestors(known, Dependencies.FOLLOWED);
  }

  /**
   * These rows, when all of them are known.
   *
   * @throws UnknownRowsException otherwise
   */
  public VersionRows requireKnown(Intent intent) {
    if (!unknown.isEmpty()) {
      throw new UnknownRowsException(intent, unknown);
    }
    return this;
  }
}
