package dev.aludel.migrations.revision;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/** The version table holds rows that no script knows, so where the database stands is unknown. */
public final class UnknownRowsException extends MigrationException {
  private final Set<String> rows;

  UnknownRowsException(Intent intent, Set<String> rows) {
    super(
        "%s: the version table holds %s, which no script here has; the database is ahead of these scripts. Add the scripts that brought it there, or, if they are gone for good, say where it stands with \"stamp --purge REVISION\". If they are of other scripts that have their versions in this table too, keep yours in a table of your own (--version-table, versionTable(...))."
            .formatted(intent.refusal(), Listing.and(new TreeSet<>(rows))));
    this.rows = Collections.unmodifiableNavigableSet(new TreeSet<>(rows));
  }

  /** The unknown rows, sorted. */
  public Set<String> rows() {
    return rows;
  }
}
