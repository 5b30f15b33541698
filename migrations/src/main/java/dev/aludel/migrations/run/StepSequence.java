package dev.aludel.migrations.run;

import dev.aludel.migrations.dialect.TranslatedStep.ForeignKeys;
import dev.aludel.migrations.run.RunSettings.Transactions;
import dev.aludel.migrations.script.ScriptStatement.Execution;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ThreadLocalRandom;

/** Runs the steps of a plan one after the other, and keeps them apart by transactions. */
final class StepSequence {
  private static final int TRIES = 5;
  private static final long FIRST_PAUSE_MILLIS = 100;

  private final Session session;
  private final VersionTable versions;
  private final Journal journal;
  private final RunSettings settings;
  private final List<CompletedStep> completed = new ArrayList<>();

  StepSequence(Session session, VersionTable versions, Journal journal, RunSettings settings) {
    this.session = session;
    this.versions = versions;
    this.journal = journal;
    this.settings = settings;
  }

  List<CompletedStep> run(List<PreparedStep> steps, Set<String> rows) throws SQLException {
    if (settings.transactions() == Transactions.ONE_FOR_ALL) {
      runAllInOne(steps, rows);
    } else {
      runEachInItsOwn(steps, rows);
    }
    return List.copyOf(completed);
  }

  private void runEachInItsOwn(List<PreparedStep> steps, Set<String> rowsBefore) {
    Set<String> rows = new TreeSet<>(rowsBefore);
    for (PreparedStep step : steps) {
      settings.listener().started(step.step());
      CompletedStep done =
          step.execution() == Execution.TRANSACTIONAL
              ? inTransaction(step, rows)
              : outsideTransaction(step, rows);
      completed.add(done);
      step.moveRows(rows);
      settings.listener().finished(done);
    }
  }

  // A lock that is not to be had in time has changed nothing: the same step is tried again.
  private CompletedStep inTransaction(PreparedStep step, Set<String> rows) {
    for (int tries = 1; ; tries++) {
      StepRunner runner = runner(step, rows);
      try {
        session.begin(step.translated().foreignKeys());
        runner.runInTransaction();
        runner.committing();
        session.commit();
        return runner.completed();
      } catch (SQLException e) {
        session.rollback(e);
        if (tries == TRIES || !session.isLockTimeout(e)) {
          throw runner.failure(e, completed);
        }
        pause(tries);
      } catch (RuntimeException e) {
        session.rollback(e);
        throw e;
      }
    }
  }

  private static void pause(int tries) {
    long longest = FIRST_PAUSE_MILLIS << tries;
    try {
      Thread.sleep(longest / 2 + ThreadLocalRandom.current().nextLong(longest / 2));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private CompletedStep outsideTransaction(PreparedStep step, Set<String> rows) {
    StepRunner runner = runner(step, rows);
    try {
      runner.runOutsideTransaction();
      return runner.completed();
    } catch (SQLException e) {
      session.rollback(e);
      throw runner.failure(e, completed);
    } catch (RuntimeException e) {
      session.rollback(e);
      throw e;
    }
  }

  private void runAllInOne(List<PreparedStep> steps, Set<String> rowsBefore) throws SQLException {
    List<CompletedStep> uncommitted = new ArrayList<>();
    Set<String> rows = new TreeSet<>(rowsBefore);
    ForeignKeys foreignKeys =
        steps.stream().anyMatch(PreparedStep::isGuarded)
            ? ForeignKeys.GUARDED
            : ForeignKeys.ENFORCED;
    session.begin(foreignKeys);
    try {
      for (PreparedStep step : steps) {
        uncommitted.add(uncommitted(step, rows, rowsBefore));
        step.moveRows(rows);
      }
      session.commit();
    } catch (SQLException | RuntimeException e) {
      session.rollback(e);
      throw e;
    }
    completed.addAll(uncommitted);
    completed.forEach(settings.listener()::finished);
  }

  private CompletedStep uncommitted(PreparedStep step, Set<String> rows, Set<String> rowsBefore)
      throws SQLException {
    settings.listener().started(step.step());
    StepRunner runner = runner(step, rows);
    try {
      runner.runInTransaction();
      return runner.completed();
    } catch (SQLException e) {
      throw runner.failureOfAll(e, rowsBefore);
    }
  }

  private StepRunner runner(PreparedStep step, Set<String> rows) {
    return new StepRunner(session, versions, journal, settings, step, rows);
  }
}
