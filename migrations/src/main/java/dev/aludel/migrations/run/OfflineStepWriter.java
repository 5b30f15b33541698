package dev.aludel.migrations.run;

import dev.aludel.migrations.dialect.TranslatedStatement;
import dev.aludel.migrations.dialect.TranslatedStep.ForeignKeys;
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
  private final VersionTable versions;
  private final String versionTable;
  private final String aludelVersion;

  OfflineStepWriter(SqlScript script, OfflineSql sql, String versionTable, String aludelVersion) {
    this.script = script;
    this.sql = sql;
    this.versions = new VersionTable(sql.dialect(), versionTable);
    this.versionTable = versionTable;
    this.aludelVersion = aludelVersion;
  }

  /** Writes a step that begins at {@code before}; returns the rows at its end. */
  Set<String> write(PreparedStep step, Set<String> before) {
    Set<String> after = new TreeSet<>(before);
    after.removeAll(step.rowsRemoved());
    step.step().rows().added().forEach(added -> after.add(added.value()));
    String message = step.step().revision().message();
    script.blankLine().comment(step.title() + (message.isEmpty() ? "" : ": " + message));
    if (step.execution() == Execution.TRANSACTIONAL) {
      writeInTransaction(step, before, after);
    } else {
      writeOutsideTransaction(step, before, after);
    }
    return after;
  }

  private void writeInTransaction(PreparedStep step, Set<String> before, Set<String> after) {
    ForeignKeys foreignKeys = step.translated().foreignKeys();
    begin(foreignKeys, before);
    openJournal(step);
    writeStatements(step, Journaling.AT_THE_END);
    replaceRows(step.rowsRemoved(), step.step().rows().added(), after);
    updateJournal(
        step, "statements = %d, finished_time = %s".formatted(step.journaled(), sql.now()));
    script.statements(sql.commit(foreignKeys));
  }

  private void writeOutsideTransaction(PreparedStep step, Set<String> before, Set<String> after) {
    begin(ForeignKeys.ENFORCED, before);
    guardUnfinished(step);
    openJournal(step);
    script.statements(sql.commit(ForeignKeys.ENFORCED));
    writeStatements(step, Journaling.AFTER_EACH);
    begin(ForeignKeys.ENFORCED, before);
    replaceRows(step.rowsRemoved(), step.step().rows().added(), after);
    updateJournal(step, "finished_time = " + sql.now());
    script.statements(sql.commit(ForeignKeys.ENFORCED));
  }

  /** Writes a change of the version rows alone. */
  void writeRows(
      Set<String> before,
      Collection<String> removed,
      Collection<RevisionId> added,
      Set<String> after) {
    script.statements(sql.begin(ForeignKeys.ENFORCED));
    script.statement(sql.createIfAbsent(versionTable, versions.createStatement()));
    guardRows(before);
    replaceRows(removed, added, after);
    script.statements(sql.commit(ForeignKeys.ENFORCED));
  }

  private void begin(ForeignKeys foreignKeys, Set<String> before) {
    script.statements(sql.begin(foreignKeys));
    script.statement(sql.createIfAbsent(versionTable, versions.createStatement()));
    script.statement(sql.createIfAbsent(Journal.NAME, Journal.CREATE));
    guardRows(before);
  }

  private void guardRows(Set<String> before) {
    script.statements(sql.lock(versionTable));
    guard(
        sql.otherRows(versionTable, before),
        "the version table %s is not at %s, as this script expects"
            .formatted(versionTable, place(before)));
  }

  private void replaceRows(
      Collection<String> removed, Collection<RevisionId> added, Set<String> after) {
    for (VersionTable.Write write : VersionTable.writes(removed, added)) {
      script.statement(literal(write));
    }
    guard(
        sql.otherRows(versionTable, after),
        "the version table %s did not come to %s".formatted(versionTable, place(after)));
  }

  private String literal(VersionTable.Write write) {
    List<Object> parts = new ArrayList<>();
    parts.add(versions.quotedName());
    write.values().forEach(value -> parts.add(sql.dialect().literal(value)));
    return String.format(write.sql().replace("?", "%s"), parts.toArray());
  }

  static String place(Set<String> rows) {
    return rows.isEmpty() ? "base" : OfflineSql.list(rows);
  }

  private void guard(String query, String complaint) {
    script.comment("Guard: " + complaint).statements(sql.guard(query, complaint));
  }

  /** When the journal hears of the statements. */
  private enum Journaling {
    AFTER_EACH,
    AT_THE_END
  }

  private void writeStatements(PreparedStep step, Journaling journaling) {
    int line = 0;
    int done = 0;
    for (TranslatedStatement statement : step.statements()) {
      if (statement.origin().position().line() != line) {
        line = statement.origin().position().line();
        script.comment("Line %d of the revision's script".formatted(line));
      }
      switch (statement.purpose()) {
        case CHANGE -> script.statement(sql.passedOn(statement.sql()));
        case GUARD -> guard(statement.sql(), statement.complaint());
      }
      done++;
      if (journaling == Journaling.AFTER_EACH) {
        updateJournal(step, "statements = " + done);
      }
    }
  }

  private void openJournal(PreparedStep step) {
    script.statement(
        """
        insert into %s (sequence, revision, direction, checksum, started_time, statements, aludel_version)
        select coalesce(max(sequence), 0) + 1, %s, %s, %s, %s, 0, %s from %1$s"""
            .formatted(
                Journal.NAME,
                revision(step),
                sql.dialect().literal(step.step().direction().word()),
                sql.dialect().literal(step.checksum()),
                sql.now(),
                sql.dialect().literal(aludelVersion)));
  }

  private void updateJournal(PreparedStep step, String change) {
    script.statement(
        "update %s set %s where sequence = (select max(sequence) from %1$s where revision = %s)"
            .formatted(Journal.NAME, change, revision(step)));
  }

  private void guardUnfinished(PreparedStep step) {
    guard(
        "select 'row ' || sequence || ' of %s' from %1$s where finished_time is null and revision = %s"
            .formatted(Journal.NAME, revision(step)),
        "an earlier run of %s, outside a transaction, did not come to its end"
            .formatted(step.step().revision().id()));
  }

  private String revision(PreparedStep step) {
    return sql.dialect().literal(step.step().revision().id().value());
  }
}
