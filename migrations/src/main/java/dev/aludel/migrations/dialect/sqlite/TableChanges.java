package dev.aludel.migrations.dialect.sqlite;

import dev.aludel.migrations.dialect.DatabaseVersion;
import dev.aludel.migrations.dialect.TranslatedStatement;
import dev.aludel.migrations.dialect.TranslatedStatement.Purpose;
import dev.aludel.migrations.dialect.sqlite.ScratchSchema.StoredTable;
import dev.aludel.migrations.operation.TableChange;
import dev.aludel.migrations.schema.QualifiedName;
import dev.aludel.migrations.script.ScriptException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Consecutive changes to one table: each by SQLite itself where it can all of them, and by one
 * rebuild where it cannot.
 */
final class TableChanges {
  private final ScratchSchema schema;
  private final QualifiedName table;
  private final DatabaseVersion version;
  private final List<PlannedChange> changes = new ArrayList<>();

  TableChanges(ScratchSchema schema, QualifiedName table, DatabaseVersion version) {
    this.schema = schema;
    this.table = table;
    this.version = version;
  }

  /**
   * What became of the changes.
   *
   * @param bookkeeping what runs after them where foreign keys are guarded
   * @param notes as those of a step
   */
  record Outcome(
      List<TranslatedStatement> statements,
      Way way,
      List<TranslatedStatement> bookkeeping,
      List<String> notes) {}

  /** How the changes are made. */
  enum Way {
    NATIVE,
    REBUILD
  }

  /** The table's own part of its name. */
  String name() {
    return name(table);
  }

  void add(PlannedChange change) {
    changes.add(change);
  }

  /** The same changes in another schema. */
  TableChanges in(ScratchSchema other, DatabaseVersion itsVersion) {
    TableChanges same = new TableChanges(other, table, itsVersion);
    same.changes.addAll(changes);
    return same;
  }

  /** Whether {@code change} of {@code other} can share a rebuild with those that are here. */
  boolean canShare(QualifiedName other, PlannedChange change) {
    return SqlText.sameName(name(table), name(other))
        && !change.renames()
        && changes.stream().noneMatch(PlannedChange::renames);
  }

  /** The table's own part of {@code name}. */
  static String name(QualifiedName name) {
    return name.parts().get(name.parts().size() - 1).value();
  }

  /**
   * The statements; the scratch schema has them behind it.
   *
   * @throws ScriptException if a change cannot be made
   */
  Outcome translate() throws SQLException {
    Outcome outcome = translateHere();
    schema.made(this);
    return outcome;
  }

  private Outcome translateHere() throws SQLException {
    StoredTable stored = changeable();
    Savepoint before = Savepoint.of(schema);
    Optional<List<TranslatedStatement>> natively = natively(stored);
    if (natively.isPresent()) {
      before.keep();
      return new Outcome(natively.get(), Way.NATIVE, bookkeeping(stored), List.of());
    }
    before.restore();
    RebuildTranslation translation = new RebuildTranslation(schema, stored, changes);
    List<TranslatedStatement> rebuild = translation.statements();
    boolean guardsAlone =
        rebuild.stream().allMatch(statement -> statement.purpose() == Purpose.GUARD);
    return new Outcome(
        rebuild, guardsAlone ? Way.NATIVE : Way.REBUILD, List.of(), translation.notes());
  }

  private List<TranslatedStatement> bookkeeping(StoredTable stored) {
    return changes.stream()
        .flatMap(
            one -> ForeignKeyGuards.renamed(stored.name(), one.change(), one.origin()).stream())
        .toList();
  }

  private StoredTable changeable() {
    SqliteTableWriter writer = changes.get(0).writer();
    if (table.parts().size() > 1 && !SqlText.sameName(table.parts().get(0).value(), "main")) {
      throw writer.refusal(
          "%s cannot be altered: in SQLite, revisions change the tables of the main schema alone. Write %s."
              .formatted(table, table.parts().get(table.parts().size() - 1)));
    }
    StoredTable stored =
        schema
            .table(name(table))
            .orElseThrow(() -> writer.refusal("there is no table %s to alter.".formatted(table)));
    if (!stored.type().equals("table")) {
      throw writer.refusal(
          "%s cannot be altered: it is a %s table.".formatted(table, stored.type()));
    }
    if (schema.isHidden(stored.name())) {
      throw writer.refusal(
          "%s cannot be altered while a temporary table or view of the connection has its name."
              .formatted(table));
    }
    schema
        .missing(stored.name())
        .ifPresent(
            missing -> {
              throw writer.refusal(
                  "%s cannot be altered: the %s needs what is not here (%s)."
                      .formatted(table, missing.object(), missing.reason()));
            });
    return stored;
  }

  private Optional<List<TranslatedStatement>> natively(StoredTable stored) {
    List<TranslatedStatement> statements = new ArrayList<>();
    for (PlannedChange change : changes) {
      Optional<String> clause = change.change().accept(new NativeChange(change.writer(), version));
      if (clause.isEmpty() || !makes(change, clause.get(), stored.name(), statements)) {
        return Optional.empty();
      }
    }
    return Optional.of(statements);
  }

  private boolean makes(
      PlannedChange change, String clause, String name, List<TranslatedStatement> statements) {
    String sql = "alter table " + table + " " + clause;
    if (change.renames()) {
      for (String renaming : renamings(change.change(), sql, name)) {
        rename(change, renaming, name);
        statements.add(TranslatedStatement.change(renaming, change.origin()));
      }
      return true;
    }
    if (!makesWhatARebuildWould(change, sql, name, statements)) {
      return false;
    }
    statements.add(TranslatedStatement.change(sql, change.origin()));
    return true;
  }

  // To SQLite a name that differs in its case alone is that of a table which is there already: the
  // table has a third one in between. The case of a column's name it changes by itself.
  private List<String> renamings(TableChange change, String sql, String name) {
    if (change instanceof TableChange.RenameTable renaming
        && SqlText.sameName(renaming.newName().value(), name)) {
      String between = SqlText.name(schema.unusedTable("aludel_renamed_" + name));
      return List.of(
          "alter table " + table + " rename to " + between,
          "alter table " + between + " rename to " + renaming.newName());
    }
    return List.of(sql);
  }

  private void rename(PlannedChange change, String sql, String name) {
    try {
      schema.execute(sql);
    } catch (SQLException e) {
      throw change.notTaken(name, e);
    }
  }

  // SQLite drops one "not null" of two, for one: it is trusted with what comes out right.
  private boolean makesWhatARebuildWould(
      PlannedChange change, String sql, String name, List<TranslatedStatement> guards) {
    Dependents dependents = Dependents.now(schema, name);
    Object wanted = TableTextParser.parse(change.edited(schema, name)).substance();
    guards.addAll(change.guards(schema, new RowSource(schema, name)));
    try {
      schema.execute(sql);
    } catch (SQLException e) {
      return false; // a rebuild finds out whether it can be done at all
    }
    dependents.refuseBroken(change.writer());
    String made = schema.table(name).orElseThrow().sql();
    return TableTextParser.parse(made).substance().equals(wanted);
  }
}
