package dev.aludel.migrations.run;

import dev.aludel.migrations.dialect.Dialect;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

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
  private boolean kept;
  private long sequence;

  RunTables(Dialect dialect, VersionTable versions, Journal journal) {
    this.dialect = dialect;
    this.versions = versions;
    this.journal = journal;
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
      versions.createIfAbsent(connection);
      journal.createIfAbsent(connection);
      sequence = Journal.nextSequence(connection);
    }
  }

  /**
   * Writes the rows of a step that has run, in the transaction that is open.
   *
   * @throws VersionTableException if the version table has not the rows that go
   */
  void add(Connection connection, PreparedStep step, Instant started, Instant finished)
      throws SQLException {
    List<RowChange> rows = versions.changes(step.rowsRemoved(), step.step().rows().added());
    List<RowChange> all = new ArrayList<>(rows);
    all.add(Journal.addition(step, started, finished, sequence));
    versions.refuseOtherCounts(rows, RowChange.make(all, connection, dialect));
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
