package dev.aludel.migrations.run;

import dev.aludel.migrations.plan.Plan;
import dev.aludel.migrations.plan.Step;
import dev.aludel.migrations.script.ScriptStatement;
import java.nio.file.Path;
import java.util.List;

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

  /**
   * Another connection, of whatever program, has the file of a SQLite database locked, and what
   * needs it has waited for a while. Heard once for each statement that waits so.
   */
  default void waitingForFile() {}

  /** All scripts of the plan are read and translated; nothing has run yet. */
  default void planned(Plan plan) {}

  /**
   * Scripts of applied revisions have changed since they ran. The run goes on; what changed in them
   * is no part of it.
   *
   * @param scripts one at least, by id
   */
  default void changed(List<ChangedScript> scripts) {}

  /**
   * What the run will do, or leave undone, without its scripts saying so: an index that goes with
   * its column, a change that this database has no need of. Told before the statement runs; where
   * the database is asked what it will do (PostgreSQL), right before it.
   *
   * @param notes one at least; sentences for people, each after its place in a script
   */
  default void noted(List<String> notes) {}

  /**
   * The database is being backed up, and the backup has come so far. Heard again and again, and not
   * for small databases.
   *
   * @param copied how many bytes are written
   * @param total how many there will be, about
   */
  default void backingUp(long copied, long total) {}

  /**
   * The database is backed up, and nothing has run yet. Not heard where a run has no backup.
   *
   * @param file the backup, absolute
   */
  default void backedUp(Path file) {}

  /**
   * The run has its lock and its connection.
   *
   * @param cancel ends the statement at work, which fails then; for another thread, and harmless
   *     between two statements, which it does not keep from coming
   */
  default void opened(Runnable cancel) {}

  /** The step's transaction is about to begin. */
  default void started(Step step) {}

  /** The statement is about to run. */
  default void executing(Step step, ScriptStatement statement) {}

  /**
   * A statement that is being executed copies the rows of a table, and has come so far. Heard on
   * SQLite, where many changes need a new table; again and again where there are tens of thousands
   * of rows, and not for small tables.
   *
   * @param copied how many rows have their copy
   * @param total how many rows there are
   */
  default void copying(Step step, String table, long copied, long total) {}

  /** The step is committed, its version rows among it. */
  default void finished(CompletedStep step) {}
}
