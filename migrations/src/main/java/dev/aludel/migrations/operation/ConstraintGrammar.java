package dev.aludel.migrations.operation;

import dev.aludel.migrations.schema.Constraint;
import dev.aludel.migrations.schema.Expression;
import dev.aludel.migrations.schema.Identifier;
import dev.aludel.migrations.schema.QualifiedName;
import dev.aludel.migrations.schema.ReferentialAction;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads one constraint, at a column or at a table. */
final class ConstraintGrammar {
  private final TokenCursor cursor;
  private final @Nullable Identifier name;

  private ConstraintGrammar(TokenCursor cursor) {
    this.cursor = cursor;
    this.name = cursor.accept("constraint") ? cursor.identifier("a constraint") : null;
  }

  /** The constraint of {@code column} that follows; empty if what follows is none. */
  static Optional<Constraint> inline(TokenCursor cursor, Identifier column) {
    return new ConstraintGrammar(cursor).inline(List.of(column));
  }

  private Optional<Constraint> inline(List<Identifier> column) {
    if (cursor.accept("primary", "key")) {
      return Optional.of(new Constraint.PrimaryKey(name, column));
    }
    if (cursor.accept("unique")) {
      return Optional.of(new Constraint.Unique(name, column));
    }
    if (cursor.accept("check")) {
      return Optional.of(check());
    }
    if (cursor.accept("references")) {
      return Optional.of(references(column));
    }
    if (name != null) {
      throw cursor.unexpected("a constraint");
    }
    return Optional.empty();
  }

  /** Whether a constraint of the table follows, and no column. */
  static boolean isNext(TokenCursor cursor) {
    return cursor.at("constraint")
        || cursor.at("primary", "key")
        || cursor.at("foreign", "key")
        || cursor.at("unique")
        || cursor.at("check");
  }

  static Constraint ofTable(TokenCursor cursor) {
    return new ConstraintGrammar(cursor).ofTable();
  }

  private Constraint ofTable() {
    if (cursor.accept("primary", "key")) {
      return new Constraint.PrimaryKey(name, cursor.columnList());
    }
    if (cursor.accept("unique")) {
      return new Constraint.Unique(name, cursor.columnList());
    }
    if (cursor.accept("check")) {
      return check();
    }
    if (cursor.accept("foreign", "key")) {
      List<Identifier> columns = cursor.columnList();
      cursor.expect("references");
      return references(columns);
    }
    throw cursor.unexpected("\"primary key\", \"unique\", \"check\" or \"foreign key\"");
  }

  private Constraint check() {
    int offset = cursor.peek().offset();
    return new Constraint.Check(name, new Expression(cursor.bracketed(), offset));
  }

  private Constraint references(List<Identifier> columns) {
    QualifiedName table = cursor.qualifiedName("a table");
    List<Identifier> referenced = cursor.peek().isSymbol('(') ? cursor.columnList() : List.of();
    ReferentialAction onDelete = null;
    ReferentialAction onUpdate = null;
    while (cursor.at("on", "delete") || cursor.at("on", "update")) {
      cursor.expect("on");
      if (cursor.accept("delete") && onDelete == null) {
        onDelete = action();
      } else if (cursor.accept("update") && onUpdate == null) {
        onUpdate = action();
      } else {
        throw cursor.unexpected("each of \"on delete\" and \"on update\" once");
      }
    }
    return new Constraint.ForeignKey(name, columns, table, referenced, onDelete, onUpdate);
  }

  private ReferentialAction action() {
    return Arrays.stream(ReferentialAction.values())
        .filter(action -> cursor.accept(action.sql().split(" ")))
        .findFirst()
        .orElseThrow(
            () ->
                cursor.unexpected(
                    "\"cascade\", \"set null\", \"set default\", \"restrict\" or \"no action\""));
  }
}
