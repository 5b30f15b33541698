package dev.aludel.migrations.run;

import dev.aludel.migrations.dialect.RememberedSession.Extent;
import dev.aludel.migrations.dialect.RowCopy;
import dev.aludel.migrations.dialect.TranslatedStatement;
import dev.aludel.migrations.dialect.TranslatedStep.ForeignKeys;
import dev.aludel.migrations.run.StepFailure.JournalState;
import dev.aludel.migrations.run.StepFailure.Phase;
import dev.aludel.migrations.run.StepFailure.Progress;
import dev.aludel.migrations.run.StepFailure.RefusedException;
import dev.aludel.migrations.sql.VisibleText;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Runs one step, with its version rows and its journal row. */
final class StepRunner {
  private static final int SHOWN_ROWS = 10;
  // Some ten milliseconds: nobody waits longer to hear, or to be heard.
  private static final int ROWS_OF_A_PIECE = 20_000;

  private final Session session;
  private final RunTables tables;
  private final RunSettings settings;
  private final PreparedStep step;
  private final Set<String> rows;
  private final Instant started;
  private @Nullable TranslatedStatement current;
  private Phase phase = Phase.BEGIN;
  private JournalState journalState = JournalState.TOLD;
  private int done;
  private Instant finished; // for the journal, which a commit cannot be in

  /**
   * @param rows the version rows from which the step is planned
   */
  StepRunner(
      Session session,
      RunTables tables,
      RunSettings settings,
      PreparedStep step,
      Set<String> rows) {
    this.session = session;
    this.tables = tables;
    this.settings = settings;
    this.step = step;
    this.rows = Set.copyOf(rows);
    this.started = now(settings);
    this.finished = started;
  }

  // As the journal knows it, so that a run and its history tell the same time.
  private static Instant now(RunSettings settings) {
    return settings.clock().instant().truncatedTo(ChronoUnit.MILLIS);
  }

  /** Runs the step in a transaction that it begins. */
  void runInNewTransaction() throws SQLException {
    session.keeper().remember(List.of(step));
    ForeignKeys foreignKeys = step.translated().foreignKeys();
    if (tables.areKept()) {
      List<String> found = session.beginWith(foreignKeys, tables.versions().query());
      tables.versions().refuseOtherRows(found, rows);
      runStatements();
    } else {
      session.begin(foreignKeys);
      runInTransaction();
    }
  }

  /** Runs the step in the transaction that is open. */
  void runInTransaction() throws SQLException {
    createTables();
    refuseOtherRows();
    runStatements();
  }

  private void runStatements() throws SQLException {
    for (TranslatedStatement statement : step.statements()) {
      run(statement);
      refuseEndedTransaction();
    }
    phase = Phase.SESSION;
    session.putBackInTransaction();
    phase = Phase.ROWS;
    finished = now(settings);
    tables.add(session.connection(), step, started, finished, step.rowsAfter(rows));
  }

  /** Runs the step's statements outside a transaction, and its rows in two of their own. */
  void runOutsideTransaction() throws SQLException {
    session.keeper().remember(List.of(step));
    session.begin(step.translated().foreignKeys());
    createTables();
    refuseOtherRows();
    UnfinishedStep unfinished = tables.resume(session.connection(), step, started);
    session.commit();
    done = unfinished.done();
    repeatForTheSession(unfinished);
    for (TranslatedStatement statement :
        step.statements().subList(unfinished.done(), step.statements().size())) {
      runOutsideTransaction(statement, unfinished);
    }
    phase = Phase.SESSION;
    session.keeper().putBack(Extent.ALL);
    phase = Phase.ROWS;
    session.begin(step.translated().foreignKeys());
    tables.replaceRows(session.connection(), step, step.rowsAfter(rows));
    finished = now(settings);
    tables.journal().finish(session.connection(), unfinished.sequence(), finished);
    committing();
    session.commit();
  }

  // What an earlier run did to its session, the session of this run has not seen.
  private void repeatForTheSession(UnfinishedStep unfinished) throws SQLException {
    for (TranslatedStatement statement : step.statements().subList(0, unfinished.done())) {
      if (session.keeper().isAll(statement)) {
        current = statement;
        phase = Phase.STATEMENT;
        session.execute(statement.sql());
      }
    }
  }

  /** The transaction that holds the step's rows is about to be committed. */
  void committing() {
    phase = Phase.COMMIT;
  }

  private void runOutsideTransaction(TranslatedStatement statement, UnfinishedStep unfinished)
      throws SQLException {
    current = statement;
    if (isDoneAlready(statement, unfinished)) {
      done++;
    } else {
      settings.listener().executing(step.step(), statement.origin());
      phase = Phase.NOTING_BEGIN;
      note(() -> tables.journal().running(session.connection(), unfinished.sequence(), done + 1));
      execute(statement, unfinished);
    }
    phase = Phase.NOTING_END;
    note(() -> tables.journal().ran(session.connection(), unfinished.sequence(), done));
  }

  // As whoever runs Aludel, and not as whom the script has become.
  private void note(SessionKeeper.Work work) throws SQLException {
    session.keeper().asAtTheBeginning(work);
  }

  private boolean isDoneAlready(TranslatedStatement statement, UnfinishedStep unfinished)
      throws SQLException {
    phase = Phase.RESUMPTION;
    return !unfinished.isNew()
        && session
            .resumption(tables.journal().shownName())
            .isDone(step, statement, unfinished, done + 1);
  }

  private void execute(TranslatedStatement statement, UnfinishedStep unfinished)
      throws SQLException {
    try {
      execute(statement);
    } catch (SQLException e) {
      if (!session.troubleOf(e).leavesDoubt()) {
        noteThatItFailed(unfinished, e);
      }
      throw e;
    }
  }

  // The database answered: the statement did not take effect, and can be tried again.
  private void noteThatItFailed(UnfinishedStep unfinished, SQLException failure) {
    try {
      note(() -> tables.journal().ran(session.connection(), unfinished.sequence(), done));
    } catch (SQLException e) {
      journalState = JournalState.NOT_TOLD;
      failure.addSuppressed(e);
    }
  }

  private void createTables() throws SQLException {
    tables.createIfAbsent(session.connection());
  }

  private void run(TranslatedStatement statement) throws SQLException {
    current = statement;
    phase = Phase.STATEMENT;
    settings.listener().executing(step.step(), statement.origin());
    if (statement.copy() == null) {
      execute(statement);
    } else {
      copy(statement.copy());
    }
  }

  private void copy(RowCopy copy) throws SQLException {
    copy.run(
        session.connection(),
        ROWS_OF_A_PIECE,
        (rows, total) -> settings.listener().copying(step.step(), copy.table(), rows, total));
    done++;
  }

  private void execute(TranslatedStatement statement) throws SQLException {
    phase = Phase.STATEMENT;
    switch (statement.purpose()) {
      case CHANGE -> session.execute(statement.sql());
      case GUARD -> refuseRows(statement);
      case NOTE -> tell(statement);
    }
    done++;
  }

  private void refuseRows(TranslatedStatement guard) throws SQLException {
    List<String> offenders = session.query(guard.sql(), SHOWN_ROWS + 1);
    if (!offenders.isEmpty()) {
      throw new RefusedException(guard.complaint() + ": " + shown(offenders));
    }
  }

  private void tell(TranslatedStatement note) throws SQLException {
    List<String> notes =
        session.query(note.sql(), SHOWN_ROWS).stream()
            .map(sentence -> note.origin().position() + ": " + VisibleText.value(sentence))
            .toList();
    if (!notes.isEmpty()) {
      settings.listener().noted(notes);
    }
  }

  private static String shown(List<String> offenders) {
    String first =
        offenders.stream()
            .limit(SHOWN_ROWS)
            .map(VisibleText::value)
            .collect(Collectors.joining("; "));
    return offenders.size() > SHOWN_ROWS ? first + "; and more" : first;
  }

  private void refuseEndedTransaction() throws SQLException {
    if (!session.isInTransaction()) {
      phase = Phase.ENDED_TRANSACTION;
      throw new RefusedException(
          "this statement ended the transaction of the revision, which none may do");
    }
  }

  private void refuseOtherRows() throws SQLException {
    tables.versions().refuseOtherRows(session.connection(), rows);
  }

  CompletedStep completed() {
    return new CompletedStep(
        step.step(), step.statements().size(), Duration.between(started, finished));
  }

  /** How far the step went. */
  Progress progress() {
    return new Progress(phase, current, done, journalState);
  }
}
