package dev.aludel.migrations.run;

import dev.aludel.migrations.plan.Plan;
import dev.aludel.migrations.plan.Step;
import dev.aludel.migrations.script.ScriptStatement;
import java.nio.file.Path;

/**
 * Hears of a run as it goes. Called in the thread of the run; what a method throws ends the run
 * like a failed statement.
 */
public interface MigrationListener {

  /** Hears nothing. */
  MigrationListener SILENT = new MigrationListener() {};

  /**
   * Another run holds the lock of the database; this one waits for it. Heard once.
   *
   * @param holder who holds it, for people
   */
  default void waiting(String holder) {}

  /** All scripts of the plan are read and translated; nothing has run yet. */
  default void planned(Plan plan) {}

  /**
   * The database is backed up, and nothing has run yet. Not heard where a run has no backup.
   *
   * @param file the backup, absolute
   */
  default void backedUp(Path file) {}

  /** The step's transaction is about to begin. */
  default void started(Step step) {}

  /** The statement is about to run. */
  default void executing(Step step, ScriptStatement statement) {}

  /** The step is committed, its version rows among it. */
  default void finished(CompletedStep step) {}
}
