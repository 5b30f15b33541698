package dev.aludel.migrations.operation;

import dev.aludel.migrations.operation.CreateTable.Existence;
import dev.aludel.migrations.schema.Column;
import dev.aludel.migrations.schema.Constraint;
import dev.aludel.migrations.schema.Identifier;
import dev.aludel.migrations.schema.QualifiedName;
import dev.aludel.migrations.script.ScriptException;
import dev.aludel.migrations.script.ScriptStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads {@code create table} and {@code alter table}. The grammar is closed: what it does not know
 * it refuses, with the place, so that no clause is ever lost.
 */
public final class TableGrammar {
  private TableGrammar() {}

  /**
   * The table that {@code statement} creates; empty if it is another statement, {@code create table
   * as} among them.
   *
   * @throws ScriptException if a clause is not portable
   */
  public static Optional<CreateTable> createTable(ScriptStatement statement) {
    TokenCursor cursor = new TokenCursor(statement);
    if (!cursor.accept("create", "table")) {
      refuseOtherKinds(cursor);
      return Optional.empty();
    }
    Existence existence =
        cursor.accept("if", "not", "exists") ? Existence.MAY_EXIST : Existence.MUST_BE_ABSENT;
    QualifiedName table = cursor.qualifiedName("a table");
    return cursor.at("as") ? Optional.empty() : Optional.of(elements(cursor, table, existence));
  }

  private static void refuseOtherKinds(TokenCursor cursor) {
    if (cursor.accept("create")) {
      for (String kind : List.of("temporary", "temp", "unlogged", "global", "local", "virtual")) {
        if (cursor.at(kind)) {
          throw cursor.unexpected("a table that stays, or what else it can create,");
        }
      }
    }
  }

  private static CreateTable elements(
      TokenCursor cursor, QualifiedName table, Existence existence) {
    List<Column> columns = new ArrayList<>();
    List<Constraint> constraints = new ArrayList<>();
    cursor.expect('(');
    do {
      if (ConstraintGrammar.isNext(cursor)) {
        constraints.add(ConstraintGrammar.ofTable(cursor));
      } else {
        columns.add(ColumnGrammar.read(cursor));
      }
    } while (cursor.accept(','));
    cursor.expect(')');
    cursor.expectEnd();
    return new CreateTable(table, existence, columns, constraints);
  }

  /**
   * The changes that {@code statement} makes to a table; empty if it is another statement.
   *
   * @throws ScriptException if a change is not portable
   */
  public static Optional<AlterTable> alterTable(ScriptStatement statement) {
    TokenCursor cursor = new TokenCursor(statement);
    if (!cursor.accept("alter", "table")) {
      return Optional.empty();
    }
    QualifiedName table = cursor.qualifiedName("a table");
    List<TableChange> changes = new ArrayList<>();
    do {
      changes.add(change(cursor));
    } while (cursor.accept(','));
    cursor.expectEnd();
    return Optional.of(new AlterTable(table, changes));
  }

  private static TableChange change(TokenCursor cursor) {
    if (cursor.accept("add")) {
      return addition(cursor);
    }
    if (cursor.accept("drop")) {
      return removal(cursor);
    }
    if (cursor.accept("rename")) {
      return renaming(cursor);
    }
    if (cursor.accept("alter")) {
      cursor.accept("column");
      return columnChange(cursor, cursor.identifier("a column"));
    }
    throw cursor.unexpected("\"add\", \"drop\", \"alter\" or \"rename\"");
  }

  private static TableChange addition(TokenCursor cursor) {
    if (ConstraintGrammar.isNext(cursor)) {
      return new TableChange.AddConstraint(ConstraintGrammar.ofTable(cursor));
    }
    cursor.accept("column");
    return new TableChange.AddColumn(ColumnGrammar.read(cursor));
  }

  private static TableChange removal(TokenCursor cursor) {
    if (cursor.accept("constraint")) {
      return new TableChange.DropConstraint(cursor.identifier("a constraint"));
    }
    cursor.accept("column");
    return new TableChange.DropColumn(cursor.identifier("a column"));
  }

  private static TableChange renaming(TokenCursor cursor) {
    if (cursor.accept("to")) {
      return new TableChange.RenameTable(cursor.identifier("a table"));
    }
    cursor.accept("column");
    Identifier column = cursor.identifier("a column");
    cursor.expect("to");
    return new TableChange.RenameColumn(column, cursor.identifier("a column"));
  }

  private static TableChange columnChange(TokenCursor cursor, Identifier column) {
    if (cursor.accept("set", "not", "null")) {
      return new TableChange.SetNotNull(column);
    }
    if (cursor.accept("drop", "not", "null")) {
      return new TableChange.DropNotNull(column);
    }
    if (cursor.accept("set", "default")) {
      return new TableChange.SetDefault(column, ColumnGrammar.defaultExpression(cursor));
    }
    if (cursor.accept("drop", "default")) {
      return new TableChange.DropDefault(column);
    }
    if (cursor.accept("set", "data", "type") || cursor.accept("type")) {
      return new TableChange.SetType(column, ColumnGrammar.dataType(cursor));
    }
    throw cursor.unexpected(
        "\"set not null\", \"drop not null\", \"set default\", \"drop default\" or \"set data type\"");
  }
}
