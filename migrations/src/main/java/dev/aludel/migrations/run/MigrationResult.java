package dev.aludel.migrations.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a run did.
 *
 * @param steps in the order in which they ran; empty if there was nothing to do
 * @param rowsBefore the rows of the version table before the run
 * @param rowsAfter its rows after the run
 * @param backupOrNull the file, absolute, to which the database was backed up before the first step
 */
public record MigrationResult(
    List<CompletedStep> steps,
    Set<String> rowsBefore,
    Set<String> rowsAfter,
    @Nullable Path backupOrNull) {
  public MigrationResult {
    steps = List.copyOf(steps);
  }

  public boolean nothingToDo() {
    return steps.isEmpty();
  }

  /** The backup with which the run began, absolute; empty if it had none. */
  public Optional<Path> backup() {
    return Optional.ofNullable(backupOrNull);
  }
}
