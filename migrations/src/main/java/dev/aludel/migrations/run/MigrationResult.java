package dev.aludel.migrations.run;

import java.util.List;
import java.util.Set;

/**
 * What a run did.
 *
 * @param steps in the order in which they ran; empty if there was nothing to do
 * @param rowsBefore the rows of the version table before the run
 * @param rowsAfter its rows after the run
 */
public record MigrationResult(
    List<CompletedStep> steps, Set<String> rowsBefore, Set<String> rowsAfter) {
  public MigrationResult {
    steps = List.copyOf(steps);
  }

  public boolean nothingToDo() {
    return steps.isEmpty();
  }
}
