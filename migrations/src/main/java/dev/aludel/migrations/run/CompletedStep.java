package dev.aludel.migrations.run;

import static java.util.Objects.requireNonNull;

import dev.aludel.migrations.plan.Step;
import java.time.Duration;

/**
 * A revision that was applied or reverted.
 *
 * @param statements how many statements ran
 * @param took from before its first statement to before its commit, in milliseconds, as the journal
 *     has it
 */
public record CompletedStep(Step step, int statements, Duration took) {
  public CompletedStep {
    requireNonNull(step, "step");
    requireNonNull(took, "took");
  }
}
