package dev.aludel.migrations.run;

import dev.aludel.migrations.dialect.CopyDataException;
import dev.aludel.migrations.dialect.SessionChangedException;
import dev.aludel.migrations.dialect.TranslatedStatement;
import dev.aludel.migrations.dialect.Trouble;
import dev.aludel.migrations.run.CommitInquiry.Outcome;
import dev.aludel.migrations.script.Excerpt;
import dev.aludel.migrations.script.MissingEnd;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is said when a transaction with version rows goes no further.
 *
 * @param title what should have been done
 * @param step the step that failed, or null: the transaction holds several, and they all did
 * @param rowsBefore the version rows before the transaction
 * @param rowsAfter the version rows that it should leave
 * @param completed the steps before it that stay
 */
record StepFailure(
    String title,
    @Nullable PreparedStep step,
    Progress progress,
    Set<String> rowsBefore,
    Set<String> rowsAfter,
    List<CompletedStep> completed) {

  /** No statement of a script is at work in these. */
  private static final Set<Phase> BOOKKEEPING =
      EnumSet.of(
          Phase.LOCK,
          Phase.BEGIN,
          Phase.RESUMPTION,
          Phase.NOTING_BEGIN,
          Phase.NOTING_END,
          Phase.ROWS);

  private static final Set<Phase> AFTER_STATEMENTS =
      EnumSet.of(Phase.SESSION, Phase.ROWS, Phase.COMMIT);

  /** How far a step is. */
  enum Phase {
    /** The run makes sure that it still holds its lock. */
    LOCK,
    /** Its transaction begins, and finds the tables and rows that it counts on. */
    BEGIN,
    /** Outside a transaction: what an earlier run left of the statement is looked for. */
    RESUMPTION,
    /** Outside a transaction: the journal is told that the statement begins. */
    NOTING_BEGIN,
    STATEMENT,
    /** Inside a transaction: a statement has run, and the transaction is no longer open. */
    ENDED_TRANSACTION,
    /** Outside a transaction: the journal is told that the statement has run. */
    NOTING_END,
    /** The session is put back as it was before the script. */
    SESSION,
    /** Its version rows and its journal row are written. */
    ROWS,
    COMMIT
  }

  /**
   * How far a step went.
   *
   * @param current the last statement of the script that ran or failed, or null: none did
   * @param done how many statements of the step ran, in this run and before
   * @param journal whether it can be relied on
   */
  record Progress(
      Phase phase, @Nullable TranslatedStatement current, int done, JournalState journal) {

    static Progress to(Phase phase) {
      return new Progress(phase, null, 0, JournalState.TOLD);
    }
  }

  /** Whether the journal knows of the statements outside a transaction what there is to know. */
  enum JournalState {
    TOLD,
    /** It could not be told that the last statement failed. */
    NOT_TOLD
  }

  /**
   * Why it goes no further.
   *
   * @param tries how often it was tried
   */
  record Cause(SQLException error, Trouble trouble, int tries) {
    String reason() {
      if (error instanceof RefusedException || error instanceof SessionChangedException) {
        return String.valueOf(error.getMessage());
      }
      String words = "\"" + DatabaseWords.of(error) + "\"";
      String all =
          trouble == Trouble.CONNECTION_LOST
              ? "the connection was lost, " + words
              : "the database says " + words;
      return tries == 1 ? all : all + ", at each of " + tries + " tries";
    }
  }

  /** Aludel itself goes no further, and says why: rows stand in the way, or a rule is broken. */
  static final class RefusedException extends SQLException {
    private static final long serialVersionUID = 1L;

    RefusedException(String message) {
      super(message);
    }
  }

  /**
   * @param outcome what became of the commit, if that failed
   */
  MigrationFailedException because(Cause cause, Outcome outcome) {
    List<String> lines = new ArrayList<>();
    lines.add("%s failed%s: %s.".formatted(title, place(cause.error()), cause.reason()));
    statement(cause.error()).ifPresent(lines::add);
    lines.add(state(cause.trouble(), outcome) + " " + advice(cause.trouble(), outcome));
    return new MigrationFailedException(
        lines, step == null ? null : step.step(), completed, cause.error());
  }

  private String place(SQLException error) {
    return switch (progress.phase()) {
      case LOCK -> " when it looked whether the run still has its lock";
      case BEGIN -> " before its first statement";
      case RESUMPTION -> " when it looked what an earlier run made of the statement" + at();
      case NOTING_BEGIN -> " when the journal was told that the statement%s begins".formatted(at());
      case STATEMENT, ENDED_TRANSACTION -> at(error);
      case NOTING_END -> " when the journal was told that the statement%s has run".formatted(at());
      case SESSION -> " when the session was put back as it was before";
      case ROWS -> " when its version row and its journal row were written";
      case COMMIT -> " when it was committed";
    };
  }

  private String at(SQLException error) {
    return progress.current() != null && error instanceof CopyDataException data
        ? " at " + progress.current().origin().positionAt(data.offset())
        : at();
  }

  private String at() {
    return progress.current() == null ? "" : " at " + progress.current().origin().position();
  }

  private Optional<String> statement(SQLException error) {
    TranslatedStatement current = progress.current();
    if (current == null || AFTER_STATEMENTS.contains(progress.phase())) {
      return Optional.empty();
    }
    String sql = error instanceof RefusedException ? current.origin().text() : current.sql();
    return Optional.of("Statement: " + Excerpt.of(sql));
  }

  private String state(Trouble trouble, Outcome outcome) {
    return switch (outcome) {
      case TOOK_EFFECT ->
          "It took effect all the same: the database is at %s."
              .formatted(VersionTable.list(rowsAfter));
      case UNKNOWN ->
          "Whether it took effect is not known, and no other connection could tell: the database is at %s or at %s, and \"current\" shows which."
              .formatted(VersionTable.list(rowsBefore), VersionTable.list(rowsAfter));
      case TOOK_NO_EFFECT -> stateBefore(trouble);
    };
  }

  private String stateBefore(Trouble trouble) {
    String at = VersionTable.list(rowsBefore);
    if (progress.phase() == Phase.ENDED_TRANSACTION) {
      return "The version table is at %s, but what this revision did so far may stay: look at the schema and the data."
          .formatted(at);
    }
    String lasting = step == null ? "" : LastingStatements.of(step, progress, trouble);
    return switch (completed.size()) {
      case 0 ->
          lasting.isEmpty()
              ? "The database is as it was: at %s.".formatted(at)
              : "The database is at %s.%s".formatted(at, lasting);
      case 1 ->
          "The database is at %s: the revision before this one stays.%s".formatted(at, lasting);
      default ->
          "The database is at %s: the %d revisions before this one stay.%s"
              .formatted(at, completed.size(), lasting);
    };
  }

  private String advice(Trouble trouble, Outcome outcome) {
    if (outcome == Outcome.TOOK_EFFECT) {
      return "Run again to go on from there.";
    }
    boolean ownWork = trouble == Trouble.OTHER && BOOKKEEPING.contains(progress.phase());
    String role = trouble == Trouble.RIGHTS ? BorrowedRole.remark(step, progress.current()) : "";
    return ownWork ? "Mend that, and run again." : trouble.advice() + role + question(trouble);
  }

  private String question(Trouble trouble) {
    TranslatedStatement current = progress.current();
    return trouble == Trouble.OTHER && progress.phase() == Phase.STATEMENT && current != null
        ? MissingEnd.question(current.origin())
        : "";
  }
}
