package dev.aludel.migrations.run;

import dev.aludel.migrations.dialect.TranslatedStatement;
import dev.aludel.migrations.script.Excerpt;
import dev.aludel.migrations.script.ScriptStatement.Execution;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is said when a step goes no further.
 *
 * @param phase how far the step was
 * @param current the last statement of the script that ran or failed, or null: none did
 * @param done how many statements of the step ran before it
 * @param completed the steps before it that stay
 */
record StepFailure(
    PreparedStep step,
    Set<String> rows,
    Phase phase,
    @Nullable TranslatedStatement current,
    int done,
    List<CompletedStep> completed) {

  /** How far a step is. */
  enum Phase {
    /** Its transaction begins, and finds the tables and rows that it counts on. */
    BEGIN,
    STATEMENTS,
    /** Its version rows and its journal row are written. */
    ROWS,
    COMMIT
  }

  MigrationFailedException because(SQLException e) {
    String message =
        "%s failed%s: %s.%s\n  %s %s"
            .formatted(step.title(), place(), reason(e), statement(e), state(), advice());
    return new MigrationFailedException(message, step.step(), completed, e);
  }

  private String place() {
    return switch (phase) {
      case BEGIN -> " before its first statement";
      case STATEMENTS -> current == null ? "" : " at " + current.origin().position();
      case ROWS -> ", when its version row was written";
      case COMMIT -> ", when it was committed";
    };
  }

  private static String reason(SQLException e) {
    return e instanceof GuardedRowsException
        ? String.valueOf(e.getMessage())
        : "the database says \"" + DatabaseWords.of(e) + "\"";
  }

  private String statement(SQLException e) {
    if (current == null || phase != Phase.STATEMENTS) {
      return "";
    }
    String sql = e instanceof GuardedRowsException ? current.origin().text() : current.sql();
    return "\n  Statement: " + Excerpt.of(sql);
  }

  private String state() {
    if (phase == Phase.COMMIT) {
      return "Whether it took effect is not known: \"current\" tells.";
    }
    return before() + (step.execution() == Execution.AUTOCOMMIT ? partly() : "");
  }

  private String before() {
    return switch (completed.size()) {
      case 0 -> "The database is as it was: at " + VersionTable.list(rows) + ".";
      case 1 ->
          "The database is at %s: the revision before this one stays."
              .formatted(VersionTable.list(rows));
      default ->
          "The database is at %s: the %d revisions before this one stay."
              .formatted(VersionTable.list(rows), completed.size());
    };
  }

  private String partly() {
    return " %d of %d statements of this revision ran outside a transaction, and stay too; an index that was left invalid is cleared away by the next run."
        .formatted(done, step.statements().size());
  }

  private String advice() {
    return switch (phase) {
      case BEGIN, COMMIT -> "Run again.";
      case STATEMENTS, ROWS -> "Mend the script or the data, and run again.";
    };
  }

  /** Rows stand in the way of a change. */
  static final class GuardedRowsException extends SQLException {
    private static final long serialVersionUID = 1L;

    GuardedRowsException(String message) {
      super(message);
    }
  }
}
