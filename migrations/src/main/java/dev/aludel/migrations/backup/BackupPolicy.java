package dev.aludel.migrations.backup;

import dev.aludel.migrations.dialect.TranslatedStep;
import dev.aludel.migrations.plan.Plan;
import dev.aludel.migrations.revision.Direction;
import java.util.List;

/** Which runs begin with a backup. A run that finds nothing to do never does. */
public enum BackupPolicy {
  /**
   * All. Refuses to run on a database that is no SQLite file; one that holds nothing yet has
   * nothing to keep.
   */
  ALWAYS,
  /**
   * Downgrades, and upgrades that drop a table or a column or rebuild a table, if a revision is
   * applied already. Only a SQLite file is backed up; on other databases it means {@link #NEVER}.
   */
  AUTO,
  /** None. */
  NEVER;

  /**
   * Whether a run on a SQLite file begins with a backup.
   *
   * @param steps the steps of {@code plan}, as SQLite will run them
   */
  public boolean asksFor(Plan plan, List<TranslatedStep> steps) {
    if (plan.isEmpty()) {
      return false;
    }
    return switch (this) {
      case ALWAYS -> true;
      case AUTO -> !plan.rowsBefore().isEmpty() && (reverts(plan) || Drops.areIn(steps));
      case NEVER -> false;
    };
  }

  private static boolean reverts(Plan plan) {
    return plan.steps().stream().anyMatch(step -> step.direction() == Direction.DOWNGRADE);
  }
}
