package dev.aludel.migrations.dialect.sqlite;

import dev.aludel.migrations.dialect.sqlite.ConstraintText.Kind;
import dev.aludel.migrations.dialect.sqlite.TableText.ColumnText;
import dev.aludel.migrations.sql.Lexer;
import dev.aludel.migrations.sql.SqlSyntax;
import dev.aludel.migrations.sql.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Finds the parts of a {@code create table} statement that SQLite has accepted (the grammar of
 * {@code parse.y}: the words of a type are free, constraints of a table need no comma between
 * them).
 */
final class TableTextParser {
  private static final Set<String> PROPERTIES =
      Set.of(
          "constraint",
          "default",
          "null",
          "not",
          "primary",
          "unique",
          "check",
          "references",
          "collate",
          "deferrable",
          "as");

  private final String sql;
  private final List<Token> tokens;
  private int index;

  private TableTextParser(String sql) {
    this.sql = sql;
    this.tokens = Lexer.substance(sql, SqlSyntax.SQLITE);
  }

  static TableText parse(String sql) {
    return new TableTextParser(sql).parse();
  }

  private TableText parse() {
    while (!peek().isSymbol('(')) {
      index++;
    }
    Token name = tokens.get(index - 1);
    index++;
    List<ColumnText> columns = new ArrayList<>();
    List<ConstraintText> constraints = new ArrayList<>();
    while (!peek().isSymbol(')')) {
      if (peek().isSymbol(',')) {
        index++;
      } else if (startsTableConstraint()) {
        constraints.add(property());
      } else {
        columns.add(column());
      }
    }
    return new TableText(sql, name, columns, constraints, peek().offset());
  }

  private Token peek() {
    return peek(0);
  }

  private Token peek(int distance) {
    int at = index + distance;
    return at < tokens.size() ? tokens.get(at) : new Token(Token.Kind.END, "", sql.length());
  }

  private int previousEnd() {
    return tokens.get(index - 1).end();
  }

  private boolean at(String... words) {
    for (int i = 0; i < words.length; i++) {
      if (!peek(i).isWord(words[i])) {
        return false;
      }
    }
    return true;
  }

  private boolean accept(String... words) {
    boolean found = at(words);
    index += found ? words.length : 0;
    return found;
  }

  // These five are no names without quotes, so a column cannot begin with them.
  private boolean startsTableConstraint() {
    return at("constraint") || at("primary") || at("unique") || at("check") || at("foreign");
  }

  private ColumnText column() {
    Token name = peek();
    index++;
    int typeStart = startsProperty() || endsElement() ? name.end() : peek().offset();
    skipType();
    int typeEnd = previousEnd();
    List<ConstraintText> properties = new ArrayList<>();
    while (!endsElement()) {
      properties.add(property());
    }
    return new ColumnText(name, Math.min(typeStart, typeEnd), typeEnd, properties, previousEnd());
  }

  private void skipType() {
    while (!endsElement() && !startsProperty()) {
      skipOne();
    }
  }

  private boolean endsElement() {
    return peek().isSymbol(',') || peek().isSymbol(')') || peek().kind() == Token.Kind.END;
  }

  private boolean startsProperty() {
    return (peek().kind() == Token.Kind.WORD && PROPERTIES.contains(peek().folded()))
        || at("generated", "always");
  }

  /** Over one token, or over a pair of brackets and all between them. */
  private void skipOne() {
    int depth = 0;
    do {
      depth += peek().isSymbol('(') ? 1 : peek().isSymbol(')') ? -1 : 0;
      index++;
    } while (depth > 0 && peek().kind() != Token.Kind.END);
  }

  private ConstraintText property() {
    int first = index;
    Token name = null;
    if (accept("constraint")) {
      name = peek();
      index++;
    }
    List<String> columns = new ArrayList<>();
    Kind kind = kind(columns);
    return new ConstraintText(
        kind,
        name,
        tokens.get(first).offset(),
        previousEnd(),
        columns,
        tokens.subList(first, index));
  }

  private Kind kind(List<String> columns) {
    if (accept("primary", "key")) {
      columns.addAll(columnList());
      if (!accept("asc")) {
        accept("desc");
      }
      skipConflictClause();
      accept("autoincrement");
      return Kind.PRIMARY_KEY;
    }
    if (accept("unique")) {
      columns.addAll(columnList());
      skipConflictClause();
      return Kind.UNIQUE;
    }
    if (accept("check")) {
      skipOne();
      skipConflictClause();
      return Kind.CHECK;
    }
    if (accept("foreign", "key")) {
      columns.addAll(columnList());
      accept("references");
      return references();
    }
    return accept("references") ? references() : columnProperty();
  }

  private Kind columnProperty() {
    if (accept("not", "null")) {
      skipConflictClause();
      return Kind.NOT_NULL;
    }
    if (accept("null")) {
      skipConflictClause();
      return Kind.NULL;
    }
    if (accept("default")) {
      skipDefault();
      return Kind.DEFAULT;
    }
    if (accept("collate")) {
      index++;
      return Kind.COLLATE;
    }
    if (accept("generated", "always", "as") || accept("as")) {
      skipOne();
      if (!accept("stored")) {
        accept("virtual");
      }
      return Kind.GENERATED;
    }
    skipDeferrable();
    return Kind.OTHER;
  }

  private Kind references() {
    index++;
    columnList();
    boolean more = true;
    while (more) {
      more = skipReferenceClause();
    }
    return Kind.FOREIGN_KEY;
  }

  private boolean skipReferenceClause() {
    if (accept("on", "delete") || accept("on", "update") || accept("on", "insert")) {
      index += at("set") || at("no") ? 2 : 1;
      return true;
    }
    if (accept("match")) {
      index++;
      return true;
    }
    return skipDeferrable();
  }

  private boolean skipDeferrable() {
    if (!accept("not", "deferrable") && !accept("deferrable")) {
      return false;
    }
    if (!accept("initially", "deferred")) {
      accept("initially", "immediate");
    }
    return true;
  }

  private void skipConflictClause() {
    if (accept("on", "conflict")) {
      index++;
    }
  }

  private void skipDefault() {
    if (peek().isSymbol('+') || peek().isSymbol('-')) {
      index++;
    }
    Token value = peek();
    skipOne();
    boolean blob = value.isWord("x") && peek().kind() == Token.Kind.STRING;
    if (blob && value.end() == peek().offset()) {
      index++;
    }
  }

  /** The names in the brackets that follow; none if none follow. */
  private List<String> columnList() {
    if (!peek().isSymbol('(')) {
      return List.of();
    }
    List<String> names = new ArrayList<>();
    Token before = peek();
    int end = index;
    skipOne();
    for (int i = end + 1; i < index; i++) {
      if (before.isSymbol('(') || before.isSymbol(',')) {
        names.add(TableText.valueOf(tokens.get(i)));
      }
      before = tokens.get(i);
    }
    return names;
  }
}
