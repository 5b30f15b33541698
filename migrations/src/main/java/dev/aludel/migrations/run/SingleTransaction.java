package dev.aludel.migrations.run;

import dev.aludel.migrations.dialect.TranslatedStep.ForeignKeys;
import dev.aludel.migrations.run.CommitInquiry.Outcome;
import dev.aludel.migrations.run.StepFailure.Cause;
import dev.aludel.migrations.run.StepFailure.Phase;
import dev.aludel.migrations.run.StepFailure.Progress;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Runs all steps of a plan in one transaction: all of them stay, or none. */
final class SingleTransaction {
  private final OpenRun run;
  private final List<PreparedStep> steps;
  private final Set<String> rowsBefore;
  private final Set<String> rows;
  private final List<CompletedStep> completed = new ArrayList<>();
  private Phase phase = Phase.LOCK;
  private @Nullable PreparedStep step;
  private @Nullable StepRunner runner;

  /**
   * @param rowsBefore the version rows from which the steps are planned
   */
  SingleTransaction(OpenRun run, List<PreparedStep> steps, Set<String> rowsBefore) {
    this.run = run;
    this.steps = List.copyOf(steps);
    this.rowsBefore = Set.copyOf(rowsBefore);
    this.rows = new TreeSet<>(rowsBefore);
  }

  List<CompletedStep> run() {
    try {
      run.lock().confirm();
      phase = Phase.BEGIN;
      run.session().keeper().remember(steps);
      run.session().begin(foreignKeys());
      for (PreparedStep next : steps) {
        run(next);
      }
      phase = Phase.COMMIT;
      run.session().commit();
    } catch (SQLException e) {
      run.session().rollback(e);
      throw failed(run.cause(e, 1));
    } catch (RuntimeException | Error e) {
      run.session().rollback(e);
      throw e;
    }
    finish();
    return List.copyOf(completed);
  }

  private ForeignKeys foreignKeys() {
    return steps.stream().anyMatch(PreparedStep::isGuarded)
        ? ForeignKeys.GUARDED
        : ForeignKeys.ENFORCED;
  }

  private void run(PreparedStep next) throws SQLException {
    run.settings().listener().started(next.step());
    StepRunner nextRunner = run.runner(next, rows);
    step = next;
    runner = nextRunner;
    nextRunner.runInTransaction();
    run.tables().kept();
    completed.add(nextRunner.completed());
    next.moveRows(rows);
  }

  private void finish() {
    completed.forEach(run.settings().listener()::finished);
  }

  private MigrationFailedException failed(Cause cause) {
    Set<String> rowsAfter = new TreeSet<>(rowsBefore);
    steps.forEach(each -> each.moveRows(rowsAfter));
    if (step != null && runner != null && phase == Phase.BEGIN) {
      return new StepFailure(
              step.title(), step, runner.progress(), rowsBefore, rowsAfter, List.of())
          .because(cause, Outcome.TOOK_NO_EFFECT);
    }
    Outcome outcome = run.outcome(phase, rowsBefore, rowsAfter, cause);
    boolean committed = outcome == Outcome.TOOK_EFFECT;
    if (committed) {
      finish();
    }
    return new StepFailure(
            "The run of %d revisions".formatted(steps.size()),
            null,
            Progress.to(phase),
            rowsBefore,
            rowsAfter,
            committed ? completed : List.of())
        .because(cause, outcome);
  }
}
