package dev.aludel.migrations.dialect.sqlite;

import dev.aludel.migrations.database.SqliteWords;
import dev.aludel.migrations.dialect.TranslatedStatement;
import dev.aludel.migrations.operation.TableChange;
import dev.aludel.migrations.script.Excerpt;
import dev.aludel.migrations.script.ScriptException;
import dev.aludel.migrations.script.ScriptStatement;
import java.sql.SQLException;
import java.util.List;

/** A change of a table, and the statement that asks for it. */
record PlannedChange(TableChange change, ScriptStatement origin) {

  SqliteTableWriter writer() {
    return new SqliteTableWriter(origin);
  }

  /** Whether it gives the table or a column another name. */
  boolean renames() {
    return change instanceof TableChange.RenameTable || change instanceof TableChange.RenameColumn;
  }

  /**
   * The text of {@code table} after the change.
   *
   * @throws ScriptException if the change cannot be made
   */
  String edited(ScratchSchema schema, String table) {
    return TableEditor.edit(schema, schema.table(table).orElseThrow(), change, writer());
  }

  /** What the rows must not have; {@code rows} are afterwards as the next change finds them. */
  List<TranslatedStatement> guards(ScratchSchema schema, RowSource rows) {
    return change.accept(new RowGuards(schema, rows, origin, writer()));
  }

  /** Says in SQLite's words why {@code table} does not get the change. */
  ScriptException notTaken(String table, SQLException e) {
    return new ScriptException(
        origin.position(),
        "SQLite does not take \"%s\": %s."
            .formatted(
                Excerpt.of(origin.text()),
                SqliteWords.of(e).replace(TableRebuild.temporaryName(table), table)),
        e);
  }
}
