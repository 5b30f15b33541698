package dev.aludel.migrations.operation;

import dev.aludel.migrations.schema.Column;
import dev.aludel.migrations.schema.Column.Generation;
import dev.aludel.migrations.schema.Column.Nullability;
import dev.aludel.migrations.schema.Constraint;
import dev.aludel.migrations.schema.DataType;
import dev.aludel.migrations.schema.Expression;
import dev.aludel.migrations.schema.Identifier;
import dev.aludel.migrations.script.ScriptException;
import dev.aludel.migrations.sql.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads one column: its name, its type, and what is said about it. */
final class ColumnGrammar {
  private static final List<String> COUNTING = List.of("autoincrement", "auto_increment");

  private final TokenCursor cursor;
  private final List<Constraint> constraints = new ArrayList<>();
  private Nullability nullability = Nullability.NULLABLE;
  private Generation generation = Generation.NONE;
  private @Nullable Expression defaultExpression;

  private ColumnGrammar(TokenCursor cursor) {
    this.cursor = cursor;
  }

  static Column read(TokenCursor cursor) {
    Identifier name = cursor.identifier("a column");
    DataType type = dataType(cursor);
    ColumnGrammar grammar = new ColumnGrammar(cursor);
    boolean more = true;
    while (more) {
      more = grammar.property(name);
    }
    return new Column(
        name,
        type,
        grammar.nullability,
        grammar.generation,
        grammar.defaultExpression,
        grammar.constraints);
  }

  private boolean property(Identifier column) {
    refuseCountingWord();
    if (cursor.accept("not", "null")) {
      nullability = Nullability.NOT_NULL;
    } else if (cursor.accept("generated", "by", "default", "as", "identity")) {
      generation = Generation.IDENTITY;
    } else if (cursor.at("default") && defaultExpression == null) {
      cursor.expect("default");
      defaultExpression = defaultExpression(cursor);
    } else if (!cursor.accept("null")) {
      return ConstraintGrammar.inline(cursor, column).map(constraints::add).orElse(false);
    }
    return true;
  }

  // SQLite and MySQL have a word of their own for what every database can.
  private void refuseCountingWord() {
    if (COUNTING.stream().anyMatch(cursor::at)) {
      throw cursor.refused(
          "\"%s\" is not portable. %s"
              .formatted(cursor.peek().text(), ScriptException.IDENTITY_REMEDY));
    }
  }

  /** A default is one value, a signed number, a call, or an expression in brackets. */
  static Expression defaultExpression(TokenCursor cursor) {
    int offset = cursor.peek().offset();
    if (cursor.peek().isSymbol('(')) {
      return new Expression(cursor.bracketed(), offset);
    }
    if (cursor.peek().isSymbol('-') || cursor.peek().isSymbol('+')) {
      cursor.next();
    }
    switch (cursor.peek().kind()) {
      case WORD, STRING, NUMBER -> cursor.next();
      default -> throw cursor.unexpected("a value, or an expression in brackets");
    }
    if (cursor.peek().isSymbol('(')) {
      cursor.bracketed();
    }
    return new Expression(cursor.textSince(offset), offset);
  }

  static DataType dataType(TokenCursor cursor) {
    Token first = cursor.peek();
    if (first.kind() != Token.Kind.WORD) {
      throw cursor.unexpected("a type");
    }
    cursor.next();
    StringBuilder name = new StringBuilder(first.text().toLowerCase(Locale.ROOT));
    if ((first.isWord("double") && cursor.accept("precision"))) {
      name.append(" precision");
    } else if ((first.isWord("character") || first.isWord("char")) && cursor.accept("varying")) {
      name.append(" varying");
    }
    if (cursor.peek().isSymbol('(')) {
      cursor.bracketed();
    }
    if (first.isWord("timestamp") || first.isWord("time")) {
      name.append(timeZone(cursor));
    }
    return new DataType(name.toString(), cursor.textSince(first.offset()), first.offset());
  }

  private static String timeZone(TokenCursor cursor) {
    if (cursor.accept("with", "time", "zone")) {
      return " with time zone";
    }
    return cursor.accept("without", "time", "zone") ? " without time zone" : "";
  }
}
