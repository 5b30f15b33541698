package dev.aludel.migrations.dialect.sqlite;

import dev.aludel.migrations.dialect.DatabaseVersion;
import dev.aludel.migrations.dialect.TranslatedStatement;
import dev.aludel.migrations.dialect.sqlite.ScratchSchema.StoredTable;
import dev.aludel.migrations.operation.TableChange;
import dev.aludel.migrations.schema.QualifiedName;
import dev.aludel.migrations.script.ScriptException;
import dev.aludel.migrations.script.ScriptStatement;
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
  private final List<Change> changes = new ArrayList<>();

  TableChanges(ScratchSchema schema, QualifiedName table, DatabaseVersion version) {
    this.schema = schema;
    this.table = table;
    this.version = version;
  }

  private record Change(TableChange change, ScriptStatement origin) {
    SqliteTableWriter writer() {
      return new SqliteTableWriter(origin);
    }
  }

  /** What became of the changes. */
  record Outcome(List<TranslatedStatement> statements, Way way) {}

  /** How the changes are made. */
  enum Way {
    NATIVE,
    REBUILD
  }

  void add(TableChange change, ScriptStatement origin) {
    changes.add(new Change(change, origin));
  }

  boolean isOf(QualifiedName other) {
    return name(table).equalsIgnoreCase(name(other));
  }

  private static String name(QualifiedName name) {
    return name.parts().get(name.parts().size() - 1).value();
  }

  /** The statements; the scratch schema has them behind it. */
  Outcome translate() throws SQLException {
    ScriptStatement first = changes.get(0).origin();
    StoredTable stored =
        schema
            .table(name(table))
            .orElseThrow(
                () ->
                    new ScriptException(
                        first.position(), "there is no table %s to alter.".formatted(table)));
    schema.execute("savepoint aludel_changes");
    Optional<List<TranslatedStatement>> natively = natively(stored);
    if (natively.isEmpty()) {
      schema.execute("rollback to aludel_changes");
    }
    schema.execute("release aludel_changes");
    return natively.isPresent()
        ? new Outcome(natively.get(), Way.NATIVE)
        : new Outcome(rebuilt(stored, first), Way.REBUILD);
  }

  private Optional<List<TranslatedStatement>> natively(StoredTable stored) throws SQLException {
    List<TranslatedStatement> statements = new ArrayList<>();
    for (Change change : changes) {
      Optional<String> clause = change.change().accept(new NativeChange(change.writer(), version));
      Optional<TranslatedStatement> guard = guard(stored, change);
      if (clause.isEmpty()) {
        return Optional.empty();
      }
      String sql = "alter table " + table + " " + clause.get();
      try {
        schema.execute(sql);
      } catch (SQLException e) {
        return Optional.empty(); // a rebuild finds out whether it can be done at all
      }
      guard.ifPresent(statements::add);
      statements.add(TranslatedStatement.change(sql, change.origin()));
    }
    return Optional.of(statements);
  }

  private Optional<TranslatedStatement> guard(StoredTable stored, Change change) {
    return change
        .change()
        .accept(new RowGuards(schema, stored.name(), change.origin(), change.writer()));
  }

  private List<TranslatedStatement> rebuilt(StoredTable stored, ScriptStatement first)
      throws SQLException {
    List<TranslatedStatement> statements = new ArrayList<>();
    String sql = stored.sql();
    for (Change change : changes) {
      new Dependents(schema, stored.name()).refuseLoss(change.change(), change.writer());
      sql = TableEditor.edit(sql, stored.name(), change.change(), change.writer());
      guard(stored, change).ifPresent(statements::add);
    }
    Dependents dependents = new Dependents(schema, stored.name());
    List<String> working = dependents.working();
    statements.addAll(
        new TableRebuild(schema, stored, sql, changes.stream().map(Change::change).toList(), first)
            .statements());
    dependents.refuseBroken(working, changes.get(0).writer());
    return statements;
  }
}
