package dev.aludel.migrations.run;

import dev.aludel.migrations.dialect.TranslatedStatement;
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
          session.begin();
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
          session.begin();
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
          session.begin();
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
    return new Journal.Entry(
        step.step(), step.checksum(), started, finished, step.statements().size());
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
      session.execute(statement.sql());
      done++;
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
      String place =
          current == null
              ? ", when its version row was written"
              : " at " + current.origin().position();
      String statement = current == null ? "" : "\n  Statement: " + Excerpt.of(current.sql());
      return "%s failed%s: the database says \"%s\".%s\n  %s Mend the script or the data, and run again."
          .formatted(step.title(), place, DatabaseWords.of(e), statement, state());
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

  @FunctionalInterface
  private interface Work {
    void run() throws SQLException;
  }
}
