package dev.aludel.migrations.run;

import dev.aludel.migrations.dialect.TranslatedStatement;
import dev.aludel.migrations.dialect.TranslatedStep.ForeignKeys;
import dev.aludel.migrations.revision.MigrationException;
import dev.aludel.migrations.script.Excerpt;
import dev.aludel.migrations.script.ScriptStatement.Execution;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Runs one step, with its version rows and its journal row. */
final class StepRunner {
  private static final int SHOWN_ROWS = 10;

  private final Session session;
  private final VersionTable versions;
  private final Journal journal;
  private final MigrationListener listener;
  private final Clock clock;
  private final List<CompletedStep> completed;

  StepRunner(
      Session session,
      VersionTable versions,
      Journal journal,
      MigrationListener listener,
      Clock clock,
      List<CompletedStep> completed) {
    this.session = session;
    this.versions = versions;
    this.journal = journal;
    this.listener = listener;
    this.clock = clock;
    this.completed = completed;
  }

  CompletedStep runInTransaction(PreparedStep step, Set<String> expectedRows) {
    Instant started = clock.instant();
    Progress progress = new Progress(step, expectedRows);
    progress.attempt(
        () -> {
          session.begin(step.translated().foreignKeys());
          createTables();
          progress.refuseOtherRows();
          for (TranslatedStatement statement : step.statements()) {
            progress.run(statement);
            refuseLostTransaction();
          }
          progress.at(null);
          versions.replace(session.connection(), step.rowsRemoved(), step.step().rows().added());
          journal.add(session.connection(), entry(step, started, clock.instant()));
          session.commit();
        });
    return completed(step, started);
  }

  CompletedStep runOutsideTransaction(PreparedStep step, Set<String> expectedRows) {
    Instant started = clock.instant();
    Progress progress = new Progress(step, expectedRows);
    progress.attempt(
        () -> {
          session.begin(ForeignKeys.ENFORCED);
          createTables();
          progress.refuseOtherRows();
          long sequence =
              journal.add(
                  session.connection(),
                  new Journal.Entry(step.step(), step.checksum(), started, null, 0));
          session.commit();
          for (TranslatedStatement statement : step.statements()) {
            progress.run(statement);
            journal.progress(session.connection(), sequence, progress.done());
          }
          progress.at(null);
          session.begin(ForeignKeys.ENFORCED);
          versions.replace(session.connection(), step.rowsRemoved(), step.step().rows().added());
          journal.finish(session.connection(), sequence, clock.instant());
          session.commit();
        });
    return completed(step, started);
  }

  private void createTables() throws SQLException {
    versions.createIfAbsent(session.connection());
    journal.createIfAbsent(session.connection());
  }

  private static Journal.Entry entry(PreparedStep step, Instant started, Instant finished) {
    return new Journal.Entry(step.step(), step.checksum(), started, finished, step.journaled());
  }

  private CompletedStep completed(PreparedStep step, Instant started) {
    return new CompletedStep(
        step.step(), step.statements().size(), Duration.between(started, clock.instant()));
  }

  private void refuseLostTransaction() throws SQLException {
    if (!session.isInTransaction()) {
      throw new SQLException(
          "the transaction of the revision is gone after this statement: it ended the transaction itself");
    }
  }

  static String otherRows(Set<String> found, Set<String> expected) {
    return "The version table changed meanwhile: planned from %s, found %s. Somebody else migrates this database; run again."
        .formatted(rowList(expected), rowList(found));
  }

  private static String rowList(Set<String> rows) {
    return rows.isEmpty() ? "no rows" : String.join(", ", rows);
  }

  /** How far a step has come, and what is said when it goes no further. */
  private final class Progress {
    private final PreparedStep step;
    private final Set<String> expectedRows;
    private @Nullable TranslatedStatement current;
    private int done;

    Progress(PreparedStep step, Set<String> expectedRows) {
      this.step = step;
      this.expectedRows = Set.copyOf(expectedRows);
    }

    void at(@Nullable TranslatedStatement statement) {
      current = statement;
    }

    int done() {
      return done;
    }

    void run(TranslatedStatement statement) throws SQLException {
      at(statement);
      listener.executing(step.step(), statement.origin());
      switch (statement.purpose()) {
        case CHANGE -> session.execute(statement.sql());
        case GUARD -> refuseRows(statement);
      }
      done++;
    }

    private void refuseRows(TranslatedStatement guard) throws SQLException {
      List<String> offenders = session.query(guard.sql(), SHOWN_ROWS + 1);
      if (!offenders.isEmpty()) {
        throw new GuardedRowsException(guard.complaint() + ": " + shown(offenders));
      }
    }

    private static String shown(List<String> offenders) {
      String first =
          String.join("; ", offenders.subList(0, Math.min(SHOWN_ROWS, offenders.size())));
      return offenders.size() > SHOWN_ROWS ? first + "; and more" : first;
    }

    void refuseOtherRows() throws SQLException {
      Set<String> found = versions.read(session.connection());
      if (!found.equals(expectedRows)) {
        throw new MigrationFailedException(otherRows(found, expectedRows), completed);
      }
    }

    void attempt(Work work) {
      try {
        work.run();
      } catch (SQLException e) {
        session.rollback(e);
        throw failure(e);
      } catch (RuntimeException e) {
        session.rollback(e);
        throw e;
      }
    }

    private MigrationException failure(SQLException e) {
      return new MigrationFailedException(message(e), step.step(), completed, e);
    }

    private String message(SQLException e) {
      return "%s failed%s: %s.%s\n  %s Mend the script or the data, and run again."
          .formatted(step.title(), place(), reason(e), statement(e), state());
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
              ? "The database is as it was: at " + rowList(expectedRows) + "."
              : "The database is at %s: the %d revisions before this one stay."
                  .formatted(rowList(expectedRows), completed.size());
      boolean partly = step.execution() == Execution.AUTOCOMMIT && done > 0;
      return partly
          ? "%s %d of %d statements of this revision ran outside a transaction, and stay too."
              .formatted(before, done, step.statements().size())
          : before;
    }
  }

  /** Rows stand in the way of a change. */
  private static final class GuardedRowsException extends SQLException {
    private static final long serialVersionUID = 1L;

    GuardedRowsException(String message) {
      super(message);
    }
  }

  @FunctionalInterface
  private interface Work {
    void run() throws SQLException;
  }
}
