package dev.aludel.migrations.run;

import static java.util.Objects.requireNonNull;

import dev.aludel.migrations.plan.Step;
import java.time.Duration;

/**
 * A revision that was applied or reverted.
 *
 * @param statements how many statements ran
 * @param took from the begin of its transaction to its commit
 */
public record CompletedStep(Step step, int statements, Duration took) {
  public CompletedStep {
    requireNonNull(step, "step");
    requireNonNull(took, "took");
  }
}
