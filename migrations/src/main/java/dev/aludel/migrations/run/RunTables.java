package dev.aludel.migrations.run;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * The tables that a run writes into beside those of the revisions. They are looked for, and made,
 * until a step of the run has kept them; each step but the first saves the time for that. What
 * takes them away in the midst of a run makes the next step fail.
 */
final class RunTables {
  private final VersionTable versions;
  private final Journal journal;
  private boolean kept;

  RunTables(VersionTable versions, Journal journal) {
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
    }
  }

  /** A step that has seen to them is through, and nothing of it goes but with the whole run. */
  void kept() {
    kept = true;
  }
}
