package dev.aludel.app.cli;

import dev.aludel.migrations.plan.Plan;
import dev.aludel.migrations.plan.Step;
import dev.aludel.migrations.revision.MigrationException;
import dev.aludel.migrations.run.ChangedScript;
import dev.aludel.migrations.run.CompletedStep;
import dev.aludel.migrations.run.MigrationFailedException;
import dev.aludel.migrations.run.MigrationListener;
import dev.aludel.migrations.script.Excerpt;
import dev.aludel.migrations.script.ScriptStatement;
import dev.aludel.migrations.script.ScriptStatement.Execution;
import dev.aludel.migrations.sql.VisibleText;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Prints each revision as soon as it is committed: a run may take hours. */
final class RunListener implements MigrationListener {
  private final Console console;
  private final ProcessEnd end;
  private final Optional<LongStep> longStep;
  private final CopyProgress copyProgress;
  private final CopyProgress backupProgress;
  private @Nullable Path backup;
  private @Nullable ScriptStatement executing;
  private final List<CompletedStep> completed = new ArrayList<>();
  private @Nullable Set<String> rowsBefore;
  private final Set<String> rows = new TreeSet<>();
  private boolean lasting;

  RunListener(Console console, Clock clock, ProcessEnd end) {
    this.console = console;
    this.end = end;
    this.longStep = console.isWatched() ? Optional.of(new LongStep()) : Optional.empty();
    this.copyProgress = new CopyProgress(clock);
    this.backupProgress = new CopyProgress(clock);
  }

  @Override
  public void waiting(String holder) {
    console.note(
        "Waiting for another run to end: the lock of the database is held by %s."
            .formatted(holder));
  }

  @Override
  public void waitingForFile() {
    console.note("Waiting for another program, which has the file of the database locked.");
  }

  @Override
  public void planned(Plan plan) {
    rowsBefore = plan.rowsBefore();
    rows.addAll(plan.rowsBefore());
    console.progress(
        "Read and translated the scripts of %s."
            .formatted(Words.count(plan.steps().size(), "revision")));
  }

  @Override
  public void changed(List<ChangedScript> scripts) {
    console.warning(AppliedWords.warning(scripts));
  }

  @Override
  public void noted(List<String> notes) {
    notes.forEach(console::note);
  }

  @Override
  public void backingUp(long copied, long total) {
    end.refuseMore();
    backupProgress.backupLine(copied, total).ifPresent(console::note);
  }

  @Override
  public void backedUp(Path file) {
    backup = file;
    console.note("Wrote the backup " + Words.file(file));
  }

  @Override
  public void opened(Runnable cancel) {
    end.opened(cancel);
  }

  @Override
  public void started(Step step) {
    end.refuseMore();
    longStep.ifPresent(
        watch -> watch.began(() -> console.note("Running %s ...".formatted(StepWords.way(step)))));
    lasting = false;
  }

  @Override
  public void executing(Step step, ScriptStatement statement) {
    end.refuseMore();
    lasting |= statement.execution() != Execution.TRANSACTIONAL;
    if (!statement.equals(executing)) { // a change of a table is several to the database
      executing = statement;
      console.progress("  %s: %s".formatted(statement.position(), Excerpt.of(statement.text())));
    }
  }

  @Override
  public void copying(Step step, String table, long copied, long total) {
    end.refuseMore();
    copyProgress.line(table, copied, total).ifPresent(console::note);
  }

  @Override
  public void finished(CompletedStep step) {
    longStep.ifPresent(LongStep::ended);
    completed.add(step);
    step.step().rows().removed().forEach(row -> rows.remove(row.value()));
    step.step().rows().added().forEach(row -> rows.add(row.value()));
    lasting = false;
    console.earlyLine(StepWords.line(step));
  }

  /** The error that ended the run, with what it does not know itself of what the run leaves. */
  EndedRunException ended(MigrationException error, String database) {
    longStep.ifPresent(LongStep::ended);
    if (end.hasBegun()) {
      return new EndedRunException(error, "\n" + whereItIs(database));
    }
    String kept =
        backup == null
            ? ""
            : "\n  The backup from before this run is %s."
                .formatted(VisibleText.value(backup.toString()));
    return new EndedRunException(error, state(error) + kept);
  }

  private String whereItIs(String database) {
    String kept =
        backup == null
            ? ""
            : "; the backup from before this run is %s"
                .formatted(VisibleText.value(backup.toString()));
    String shown = VisibleText.value(database);
    return rowsBefore == null
        ? "Ended before anything was changed in %s.".formatted(shown)
        : "Ended: %s is at %s%s.".formatted(shown, Words.rows(rows), kept);
  }

  /** What was done until the error; empty if no run had begun. */
  Optional<FailedRunAnswer> failed(EndedRunException error, String database) {
    return rowsBefore == null
        ? Optional.empty()
        : Optional.of(
            new FailedRunAnswer(
                database,
                List.copyOf(completed),
                rowsBefore,
                rows,
                backup,
                String.valueOf(error.getMessage())));
  }

  // What ran outside a transaction may stay, and nothing short is true of it.
  private String state(MigrationException error) {
    if (lasting || error instanceof MigrationFailedException) {
      return "";
    }
    return switch (completed.size()) {
      case 0 -> " Nothing was changed.";
      case 1 -> " The revision that was finished before stays.";
      default -> " The %d revisions that were finished before stay.".formatted(completed.size());
    };
  }
}
