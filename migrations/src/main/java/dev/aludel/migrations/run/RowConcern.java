package dev.aludel.migrations.run;

import dev.aludel.migrations.revision.RevisionId;
import dev.aludel.migrations.run.RunSettings.UnknownRows;
import dev.aludel.migrations.script.BundledRevisions;
import dev.aludel.migrations.script.ScriptDirectory;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which rows of a version table are the concern of these scripts. The rows of Aludel's storage are
 * not where its revisions are not among them: it looks after those itself.
 */
record RowConcern(ScriptDirectory scripts, UnknownRows unknownRows) {

  /** Whether a row counts: it is planned from, guarded and replaced. */
  boolean counts(String row) {
    return scripts.knows(row) || (unknownRows == UnknownRows.REFUSED && !isOfStorage(row));
  }

  /** Whether Aludel's storage keeps a row, and these scripts do not. */
  boolean isKept(String row) {
    return !scripts.knows(row) && isOfStorage(row);
  }

  private static boolean isOfStorage(String row) {
    return BundledRevisions.ids().contains(row);
  }

  /** The rows that alone count; empty where all do but the {@link #ignored}. */
  Optional<Set<String>> counted() {
    return unknownRows == UnknownRows.REFUSED ? Optional.empty() : Optional.of(own());
  }

  /** The rows that never count. */
  Set<String> ignored() {
    Set<String> ignored = new TreeSet<>(BundledRevisions.ids());
    ignored.removeAll(own());
    return ignored;
  }

  private Set<String> own() {
    Set<String> own = new TreeSet<>();
    scripts.graph().ids().stream().map(RevisionId::value).forEach(own::add);
    return own;
  }
}
