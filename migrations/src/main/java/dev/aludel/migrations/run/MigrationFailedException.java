package dev.aludel.migrations.run;

import dev.aludel.migrations.plan.Step;
import dev.aludel.migrations.revision.MigrationException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A run ended before its plan did. The steps before the failed one stay; the failed one left
 * nothing behind, unless its statements ran outside a transaction, or its commit took effect though
 * the answer was lost. The message says which.
 */
public final class MigrationFailedException extends MigrationException {
  private static final long serialVersionUID = 1L;

  private final transient @Nullable Step step;
  private final transient List<CompletedStep> completed;

  MigrationFailedException(
      String message, @Nullable Step step, List<CompletedStep> completed, Throwable cause) {
    super(message, cause);
    this.step = step;
    this.completed = List.copyOf(completed);
  }

  /** One whose message has several lines. */
  MigrationFailedException(
      List<String> lines, @Nullable Step step, List<CompletedStep> completed, Throwable cause) {
    super(lines, cause);
    this.step = step;
    this.completed = List.copyOf(completed);
  }

  MigrationFailedException(String message, List<CompletedStep> completed) {
    super(message);
    this.step = null;
    this.completed = List.copyOf(completed);
  }

  /** The step that failed; empty if the run failed between steps. */
  public Optional<Step> step() {
    return Optional.ofNullable(step);
  }

  /** The steps of this run that are committed, in their order. */
  public List<CompletedStep> completed() {
    return completed;
  }
}
