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
 * @param current the statement that failed, or null: it was none of the script's
 * @param done how many statements of the step ran before it
 * @param completed the steps before it that stay
 */
record StepFailure(
    PreparedStep step,
    Set<String> rows,
    @Nullable TranslatedStatement current,
    int done,
    List<CompletedStep> completed) {

  MigrationFailedException because(SQLException e) {
    String message =
        "%s failed%s: %s.%s\n  %s Mend the script or the data, and run again."
            .formatted(step.title(), place(), reason(e), statement(e), state());
    return new MigrationFailedException(message, step.step(), completed, e);
  }

  private String place() {
    return current == null
        ? ", when its version row was written"
        : " at " + current.origin().position();
  }

  private static String reason(SQLException e) {
    return e instanceof GuardedRowsException
        ? String.valueOf(e.getMessage())
        : "the database says \"" + DatabaseWords.of(e) + "\"";
  }

  private String statement(SQLException e) {
    if (current == null) {
      return "";
    }
    String sql = e instanceof GuardedRowsException ? current.origin().text() : current.sql();
    return "\n  Statement: " + Excerpt.of(sql);
  }

  private String state() {
    String before =
        completed.isEmpty()
            ? "The database is as it was: at " + VersionTable.list(rows) + "."
            : "The database is at %s: the %d revisions before this one stay."
                .formatted(VersionTable.list(rows), completed.size());
    boolean partly = step.execution() == Execution.AUTOCOMMIT && done > 0;
    return partly
        ? "%s %d of %d statements of this revision ran outside a transaction, and stay too."
            .formatted(before, done, step.statements().size())
        : before;
  }

  /** Rows stand in the way of a change. */
  static final class GuardedRowsException extends SQLException {
    private static final long serialVersionUID = 1L;

    GuardedRowsException(String message) {
      super(message);
    }
  }
}
