package dev.aludel.migrations.run;

import dev.aludel.migrations.dialect.RememberedSession.Extent;
import dev.aludel.migrations.dialect.Trouble;
import dev.aludel.migrations.run.CommitInquiry.Outcome;
import dev.aludel.migrations.run.StepFailure.Cause;
import dev.aludel.migrations.run.StepFailure.Phase;
import dev.aludel.migrations.run.StepFailure.Progress;
import dev.aludel.migrations.script.ScriptStatement.Execution;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ThreadLocalRandom;

/** Runs the steps of a plan one after the other, each in a transaction of its own if in any. */
final class StepSequence {
  private static final int TRIES = 5;
  private static final long FIRST_PAUSE_MILLIS = 100;

  private final OpenRun run;
  private final List<CompletedStep> completed = new ArrayList<>();

  StepSequence(OpenRun run) {
    this.run = run;
  }

  List<CompletedStep> run(List<PreparedStep> steps, Set<String> rowsBefore) {
    Set<String> rows = new TreeSet<>(rowsBefore);
    for (PreparedStep step : steps) {
      refuseLostLock(step, rows);
      run.settings().listener().started(step.step());
      finish(
          step.execution() == Execution.TRANSACTIONAL
              ? inTransaction(step, rows)
              : outsideTransaction(step, rows));
      putBackSession(step, rows);
      step.moveRows(rows);
    }
    return List.copyOf(completed);
  }

  // The step is done; the next one must not begin with what it left.
  private void putBackSession(PreparedStep step, Set<String> rows) {
    try {
      run.session().keeper().putBack(Extent.ALL);
    } catch (SQLException e) {
      throw failure(step, rows, Progress.to(Phase.SESSION))
          .because(run.cause(e, 1), Outcome.TOOK_EFFECT);
    }
  }

  private void finish(CompletedStep done) {
    completed.add(done);
    run.settings().listener().finished(done);
  }

  // Without it somebody else may be at work already.
  private void refuseLostLock(PreparedStep step, Set<String> rows) {
    try {
      run.lock().confirm();
    } catch (SQLException e) {
      throw failure(step, rows, Progress.to(Phase.LOCK))
          .because(run.cause(e, 1), Outcome.TOOK_NO_EFFECT);
    }
  }

  // A lock that is not to be had in time has changed nothing: the same step is tried again.
  private CompletedStep inTransaction(PreparedStep step, Set<String> rows) {
    for (int tries = 1; ; tries++) {
      StepRunner runner = run.runner(step, rows);
      try {
        runner.runInNewTransaction();
        runner.committing();
        run.session().commit();
        run.tables().kept();
        return runner.completed();
      } catch (SQLException e) {
        run.session().rollback(e);
        Cause cause = run.cause(e, tries);
        if (tries == TRIES || cause.trouble() != Trouble.TABLE_LOCKED) {
          throw failed(step, rows, runner, cause);
        }
        pause(tries);
      } catch (RuntimeException | Error e) {
        run.session().rollback(e);
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
    StepRunner runner = run.runner(step, rows);
    try {
      runner.runOutsideTransaction();
      run.tables().lookAgain();
      return runner.completed();
    } catch (SQLException e) {
      run.session().rollback(e);
      throw failed(step, rows, runner, run.cause(e, 1));
    } catch (RuntimeException | Error e) {
      run.session().rollback(e);
      throw e;
    }
  }

  private MigrationFailedException failed(
      PreparedStep step, Set<String> rows, StepRunner runner, Cause cause) {
    Progress progress = runner.progress();
    Outcome outcome = run.outcome(progress.phase(), rows, step.rowsAfter(rows), cause);
    if (outcome == Outcome.TOOK_EFFECT) {
      finish(runner.completed());
    }
    return failure(step, rows, progress).because(cause, outcome);
  }

  private StepFailure failure(PreparedStep step, Set<String> rows, Progress progress) {
    return new StepFailure(step.title(), step, progress, rows, step.rowsAfter(rows), completed);
  }
}
