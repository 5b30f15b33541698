package dev.aludel.migrations.run;

import dev.aludel.migrations.dialect.TableName;
import dev.aludel.migrations.dialect.TranslatedStatement;
import dev.aludel.migrations.dialect.TranslatedStep.ForeignKeys;
import dev.aludel.migrations.plan.Stamp;
import dev.aludel.migrations.revision.RevisionId;
import dev.aludel.migrations.script.ScriptStatement.Execution;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Writes what {@code StepRunner} does for one step, with its version rows and its journal row. Who
 * will run it is not known, and so the journal names no host and no user.
 */
final class OfflineStepWriter {
  private final SqlScript script;
  private final OfflineSql sql;
  private final OfflineTables tables;
  private final VersionTable versions;
  private final Journal journal;
  private final String countedRows;
  private final String aludelVersion;

  OfflineStepWriter(SqlScript script, OfflineSql sql, OfflineTables tables, String aludelVersion) {
    this.script = script;
    this.sql = sql;
    this.tables = tables;
    this.versions = tables.versions();
    this.journal = tables.journal();
    this.countedRows = versions.quotedName() + tables.countedRows();
    this.aludelVersion = aludelVersion;
  }

  private void writePlace() {
    tables.placeGuard(sql).ifPresent(guard -> guard(guard.query(), guard.complaint()));
  }

  /** Writes steps, each in a transaction of its own, or outside of one as it asks. */
  void writeEachInItsOwn(List<PreparedStep> steps, Set<String> rowsBefore) {
    Set<String> rows = new TreeSet<>(rowsBefore);
    writePlace();
    for (PreparedStep step : steps) {
      OfflineSession session = session(List.of(step));
      writeTitle(step);
      script.statements(session.remember());
      if (step.execution() == Execution.TRANSACTIONAL) {
        script.statements(sql.begin(step.translated().foreignKeys()));
        writeInTransaction(step, rows, session);
        script.statements(sql.commit(step.translated().foreignKeys()));
        script.statements(session.putBack());
      } else {
        writeOutsideTransaction(step, rows, session);
      }
      step.moveRows(rows);
    }
  }

  /** Writes steps in one transaction. */
  void writeAllInOne(List<PreparedStep> steps, Set<String> rowsBefore) {
    ForeignKeys foreignKeys =
        steps.stream().anyMatch(PreparedStep::isGuarded)
            ? ForeignKeys.GUARDED
            : ForeignKeys.ENFORCED;
    Set<String> rows = new TreeSet<>(rowsBefore);
    writePlace();
    OfflineSession session = session(steps);
    script.statements(session.remember());
    script.statements(sql.begin(foreignKeys));
    for (PreparedStep step : steps) {
      writeTitle(step);
      writeInTransaction(step, rows, session(List.of(step)));
      step.moveRows(rows);
    }
    script.blankLine().statements(sql.commit(foreignKeys));
    script.statements(session.putBack());
  }

  private OfflineSession session(List<PreparedStep> steps) {
    return steps.stream().anyMatch(step -> step.traces().mayRemain(Set.of()))
        ? sql.session(steps.stream().flatMap(step -> step.traces().own().stream()).toList())
        : OfflineSession.UNCHANGED;
  }

  /** Writes a change of the version rows alone. */
  void writeRows(Stamp stamp) {
    writePlace();
    script.blankLine().statements(sql.begin(ForeignKeys.ENFORCED));
    writeVersionTable(RevisionId.longest(stamp.added()));
    guardRows(stamp.rowsBefore());
    replaceRows(stamp.removed(), stamp.added(), stamp.rowsAfter());
    script.statements(sql.commit(ForeignKeys.ENFORCED));
  }

  private void writeTitle(PreparedStep step) {
    String message = step.step().revision().message();
    script.blankLine().comment(step.title() + (message.isEmpty() ? "" : ": " + message));
    step.translated().notes().forEach(script::comment);
  }

  private void writeInTransaction(PreparedStep step, Set<String> rows, OfflineSession session) {
    writeBeginning(step, rows);
    openJournal(step);
    writeStatements(step);
    script.statements(session.putBackInTransaction());
    replaceRows(step, rows);
    updateJournal(
        step, "statements = %d, finished_time = %s".formatted(step.journaled(), sql.now()));
  }

  private void writeOutsideTransaction(
      PreparedStep step, Set<String> rows, OfflineSession session) {
    script.statements(sql.begin(ForeignKeys.ENFORCED));
    writeBeginning(step, rows);
    guardUnfinished(step);
    openJournal(step);
    script.statements(sql.commit(ForeignKeys.ENFORCED));
    writeStatementsOneByOne(step, session);
    script.statements(session.putBackInTransaction());
    script.statements(session.putBack());
    script.statements(sql.begin(ForeignKeys.ENFORCED));
    writeBeginning(step, rows);
    replaceRows(step, rows);
    updateJournal(step, "finished_time = " + sql.now());
    script.statements(sql.commit(ForeignKeys.ENFORCED));
  }

  private void writeBeginning(PreparedStep step, Set<String> rows) {
    Set<RevisionId> written = new TreeSet<>(step.step().rows().added());
    written.add(step.step().revision().id());
    int longest = RevisionId.longest(written);
    writeVersionTable(longest);
    script.statement(sql.createIfAbsent(journal.table(), journal.createStatement()));
    guardWidth(journal.table(), "revision", longest, journal.widening(longest));
    guardRows(rows);
  }

  private void writeVersionTable(int longestId) {
    script.statement(sql.createIfAbsent(versions.table(), versions.createStatement()));
    guardWidth(versions.table(), "version_num", longestId, versions.widening(longestId));
  }

  private void guardWidth(TableName table, String column, int longestId, String remedy) {
    if (longestId > RevisionId.LONGEST_WRITTEN) {
      sql.narrowness(table, column, longestId)
          .ifPresent(
              query ->
                  guard(
                      query,
                      "the column %s of %s is too narrow for an id of %d characters. %s"
                          .formatted(column, table.table(), longestId, remedy)));
    }
  }

  private void guardRows(Set<String> rows) {
    script.statements(sql.lock(versions.table()));
    guard(
        sql.otherRows(countedRows, rows),
        "the version table %s is not at %s, as this script expects"
            .formatted(tables.shownName(), place(rows)));
  }

  private void replaceRows(PreparedStep step, Set<String> rows) {
    Set<String> after = new TreeSet<>(rows);
    step.moveRows(after);
    replaceRows(step.rowsRemoved(), step.step().rows().added(), after);
  }

  private void replaceRows(
      Collection<String> removed, Collection<RevisionId> added, Set<String> after) {
    for (RowChange change : versions.changes(removed, added)) {
      script.statement(change.written(sql.dialect()));
    }
    guard(
        sql.otherRows(countedRows, after),
        "the version table %s did not come to %s".formatted(tables.shownName(), place(after)));
  }

  static String place(Set<String> rows) {
    return rows.isEmpty() ? "base" : OfflineSql.list(rows);
  }

  private void guard(String query, String complaint) {
    script.comment("Guard: " + complaint).statements(sql.guard(query, complaint));
  }

  private void writeStatements(PreparedStep step) {
    int line = 0;
    for (TranslatedStatement statement : step.statements()) {
      if (statement.origin().position().line() != line) {
        line = statement.origin().position().line();
        script.comment("Line %d of the revision's script".formatted(line));
      }
      write(statement);
    }
  }

  // The journal says what is running, so that a run on a connection can go on after a break.
  private void writeStatementsOneByOne(PreparedStep step, OfflineSession session) {
    List<String> done = new ArrayList<>();
    for (TranslatedStatement statement : step.statements()) {
      int number = done.size() + 1;
      script.statements(
          session.asAtTheBeginning(journalUpdate(step, "running_statement = " + number), done));
      write(statement);
      done.add(statement.sql());
      script.statements(
          session.asAtTheBeginning(
              journalUpdate(step, "running_statement = 0, statements = " + number), done));
    }
  }

  private void write(TranslatedStatement statement) {
    switch (statement.purpose()) {
      case CHANGE -> script.statement(sql.passedOn(statement.sql()));
      case GUARD -> guard(statement.sql(), statement.complaint());
      case NOTE -> script.statements(sql.note(statement.sql()));
    }
  }

  private void openJournal(PreparedStep step) {
    script.statement(
        """
        insert into %s (sequence, revision, direction, checksum, started_time, statements, aludel_version)
        select coalesce(max(sequence), 0) + 1, %s, %s, %s, %s, 0, %s from %1$s"""
            .formatted(
                journal.quotedName(),
                revision(step),
                sql.dialect().literal(step.step().direction().word()),
                sql.dialect().literal(step.checksum()),
                sql.now(),
                sql.dialect().literal(aludelVersion)));
  }

  private void updateJournal(PreparedStep step, String change) {
    script.statement(journalUpdate(step, change));
  }

  private String journalUpdate(PreparedStep step, String change) {
    return "update %s set %s where sequence = (select max(sequence) from %1$s where revision = %s)"
        .formatted(journal.quotedName(), change, revision(step));
  }

  private void guardUnfinished(PreparedStep step) {
    guard(
        "select 'row ' || sequence || ' of %3$s' from %1$s where finished_time is null and sequence = (select max(sequence) from %1$s where revision = %2$s)"
            .formatted(journal.quotedName(), revision(step), Journal.NAME),
        "an earlier run of %s broke off outside a transaction; run it on a connection, where it goes on"
            .formatted(step.step().revision().id()));
  }

  private String revision(PreparedStep step) {
    return sql.dialect().literal(step.step().revision().id().value());
  }
}
