package dev.aludel.migrations.run;

import dev.aludel.migrations.dialect.Dialect;
import dev.aludel.migrations.run.StepFailure.RefusedException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The tables that a run writes into beside those of the revisions. They are looked for, and made,
 * until a step of the run has kept them, and from then on the rows of the journal are counted here;
 * each step but the first saves the time for that. What takes them away in the midst of a run, or
 * writes into the journal without the lock, makes the next step fail.
 */
final class RunTables {
  private final Dialect dialect;
  private final VersionTable versions;
  private final Journal journal;
  private final int longestId;
  private boolean kept;
  private long sequence;

  /**
   * @param longestId how many characters the longest id has that is written
   */
  RunTables(Dialect dialect, VersionTable versions, Journal journal, int longestId) {
    this.dialect = dialect;
    this.versions = versions;
    this.journal = journal;
    this.longestId = longestId;
  }

  VersionTable versions() {
    return versions;
  }

  Journal journal() {
    return journal;
  }

  /**
   * Makes what is not there, in the transaction that is open.
   *
   * @throws VersionTableException if the version table is not as it should be
   */
  void createIfAbsent(Connection connection) throws SQLException {
    if (!kept) {
      versions.createIfAbsent(connection, longestId);
      journal.createIfAbsent(connection, longestId);
      sequence = journal.nextSequence(connection);
    }
  }

  /**
   * Writes the rows of a step that has run, in the transaction that is open, and reads the version
   * rows back.
   *
   * @param after the version rows that shall stand there then
   * @throws RefusedException if other rows stand there
   */
  void add(
      Connection connection,
      PreparedStep step,
      Instant started,
      Instant finished,
      Set<String> after)
      throws SQLException {
    List<RowChange> all = new ArrayList<>();
    all.addAll(versions.changes(step.rowsRemoved(), step.step().rows().added()));
    all.add(journal.addition(step, started, finished, sequence));
    List<String> found = RowChange.make(all, versions.query(), connection, dialect);
    refuse(versions.mismatch(found, after));
  }

  /**
   * Writes the version rows alone, and reads them back.
   *
   * @param after the version rows that shall stand there then
   * @throws RefusedException if other rows stand there
   */
  void replaceRows(Connection connection, PreparedStep step, Set<String> after)
      throws SQLException {
    refuse(versions.replace(connection, step.rowsRemoved(), step.step().rows().added(), after));
  }

  private static void refuse(Optional<String> mismatch) throws RefusedException {
    if (mismatch.isPresent()) {
      throw new RefusedException(mismatch.get());
    }
  }

  /** The row of a step that runs outside a transaction; see {@link Journal#resume}. */
  UnfinishedStep resume(Connection connection, PreparedStep step, Instant started)
      throws SQLException {
    return journal.resume(connection, step, started, sequence);
  }

  /** A step that has added its rows is through, and nothing of it goes but with the whole run. */
  void kept() {
    kept = true;
    sequence++;
  }

  /** Whether a step of the run has kept them. */
  boolean areKept() {
    return kept;
  }

  /** A step has written its rows by itself: the next one looks at all anew. */
  void lookAgain() {
    kept = false;
  }
}
