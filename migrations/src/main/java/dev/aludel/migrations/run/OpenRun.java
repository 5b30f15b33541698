package dev.aludel.migrations.run;

import dev.aludel.migrations.run.CommitInquiry.Outcome;
import dev.aludel.migrations.run.StepFailure.Cause;
import dev.aludel.migrations.run.StepFailure.Phase;
import java.sql.SQLException;
import java.util.Set;

/** A run that has its lock and its connection, and where it writes what it does. */
record OpenRun(
    Session session,
    RunTables tables,
    RunSettings settings,
    MigrationLock lock,
    CommitInquiry inquiry) {

  /**
   * What runs a step.
   *
   * @param rows the version rows from which it is planned
   */
  StepRunner runner(PreparedStep step, Set<String> rows) {
    return new StepRunner(session, tables, settings, step, rows);
  }

  Cause cause(SQLException error, int tries) {
    return new Cause(error, session.troubleAfterwards(error), tries);
  }

  /** What became of a transaction that failed in {@code phase}. */
  Outcome outcome(Phase phase, Set<String> rowsBefore, Set<String> rowsAfter, Cause cause) {
    return phase == Phase.COMMIT && cause.trouble().leavesDoubt()
        ? inquiry.outcome(session, rowsBefore, rowsAfter, cause.error())
        : Outcome.TOOK_NO_EFFECT;
  }
}
