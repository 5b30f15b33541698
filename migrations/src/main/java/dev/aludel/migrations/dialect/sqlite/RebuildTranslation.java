package dev.aludel.migrations.dialect.sqlite;

import dev.aludel.migrations.dialect.TranslatedStatement;
import dev.aludel.migrations.dialect.sqlite.ScratchSchema.Companion;
import dev.aludel.migrations.dialect.sqlite.ScratchSchema.StoredTable;
import dev.aludel.migrations.dialect.sqlite.TableRebuild.Target;
import dev.aludel.migrations.operation.TableChange;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Several changes of a table as one rebuild. Each is tried by itself first: what is wrong with it,
 * and what it takes along, is told from the table that the changes before it made.
 */
final class RebuildTranslation {
  private final ScratchSchema schema;
  private final StoredTable stored;
  private final List<PlannedChange> changes;
  private final List<TranslatedStatement> guards = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  RebuildTranslation(ScratchSchema schema, StoredTable stored, List<PlannedChange> changes) {
    this.schema = schema;
    this.stored = stored;
    this.changes = changes;
  }

  /** The statements; guards alone if the table has already what the changes ask for. */
  List<TranslatedStatement> statements() throws SQLException {
    Savepoint before = Savepoint.of(schema);
    Target target = triedOut();
    before.restore();
    List<TranslatedStatement> statements = new ArrayList<>(guards);
    try {
      for (TranslatedStatement guard : guards) {
        schema.compile(guard.sql());
      }
      if (!target.sql().equals(stored.sql())) {
        statements.addAll(
            new TableRebuild(schema, stored, target, changes.get(0).origin()).statements());
      }
    } catch (SQLException e) {
      throw changes.get(0).notTaken(stored.name(), e);
    }
    return statements;
  }

  /** What the rebuild does, or leaves undone, without being told to. */
  List<String> notes() {
    return notes;
  }

  private void note(PlannedChange change, String note) {
    notes.add(change.origin().position() + ": " + note);
  }

  private Target triedOut() throws SQLException {
    RowSource rows = new RowSource(schema, stored.name());
    List<String> copied = new ArrayList<>(schema.storedColumns(stored.name()));
    for (PlannedChange change : changes) {
      String sql = change.edited(schema, stored.name());
      noteNothingToDo(change, sql);
      List<Companion> companions = companionsAfter(change);
      guards.addAll(change.guards(schema, rows));
      dropped(change.change(), copied);
      tryOut(change, new Target(sql, companions, copied));
    }
    StoredTable after = schema.table(stored.name()).orElseThrow();
    return new Target(after.sql(), schema.companions(stored.name()), copied);
  }

  private static void dropped(TableChange change, List<String> columns) {
    if (change instanceof TableChange.DropColumn drop) {
      columns.removeIf(column -> SqlText.sameName(column, drop.column().value()));
    }
  }

  // As in PostgreSQL, the indexes that speak of a column go with it.
  private List<Companion> companionsAfter(PlannedChange change) throws SQLException {
    List<Companion> companions = new ArrayList<>(schema.companions(stored.name()));
    if (change.change() instanceof TableChange.DropColumn drop) {
      List<String> lost = ColumnMentions.of(schema, stored.name(), drop.column().value()).indexes();
      companions.removeIf(one -> one.type().equals("index") && lost.contains(one.name()));
      for (String index : lost) {
        note(
            change,
            "the index %s goes with the column %s of %s."
                .formatted(index, drop.column(), stored.name()));
      }
    }
    return companions;
  }

  private void noteNothingToDo(PlannedChange change, String sql) {
    if (change.change() instanceof TableChange.SetType type
        && schema.table(stored.name()).orElseThrow().sql().equals(sql)) {
      note(
          change,
          "\"set data type %s\" changes nothing on SQLite: the column %s of %s holds such values as it is."
              .formatted(type.type().written(), type.column(), stored.name()));
    }
  }

  // There are no rows here to copy: a new table in the place of the old one tells as much as a
  // rebuild, in a fraction of its time.
  private void tryOut(PlannedChange change, Target target) {
    Dependents dependents = Dependents.now(schema, stored.name());
    try {
      schema.execute("drop table main." + SqlText.name(stored.name()));
      schema.execute(target.sql());
      for (Companion companion : target.companions()) {
        schema.execute(companion.sql());
      }
    } catch (SQLException e) {
      throw change.notTaken(stored.name(), e);
    }
    dependents.refuseBroken(change.writer());
  }
}
