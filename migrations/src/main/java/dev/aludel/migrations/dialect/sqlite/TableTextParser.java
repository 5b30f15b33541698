package dev.aludel.migrations.dialect.sqlite;

import dev.aludel.migrations.dialect.sqlite.TableText.ColumnText;
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
  // These are no names without quotes, so that no type has them among its words.
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
  private final TableTokens tokens;

  private TableTextParser(String sql) {
    this.sql = sql;
    this.tokens = new TableTokens(sql);
  }

  static TableText parse(String sql) {
    return new TableTextParser(sql).parse();
  }

  private TableText parse() {
    Token name = tokens.next();
    while (!tokens.accept('(')) {
      name = tokens.next();
    }
    List<ColumnText> columns = new ArrayList<>();
    List<ConstraintText> constraints = new ArrayList<>();
    while (!tokens.peek().isSymbol(')')) {
      if (startsTableConstraint()) {
        constraints.add(new ConstraintTextParser(tokens).parse());
      } else if (!tokens.accept(',')) {
        columns.add(column());
      }
    }
    return new TableText(sql, name, columns, constraints, tokens.peek().offset());
  }

  // These five are no names without quotes, so a column cannot begin with them.
  private boolean startsTableConstraint() {
    return tokens.at("constraint")
        || tokens.at("primary")
        || tokens.at("unique")
        || tokens.at("check")
        || tokens.at("foreign");
  }

  private ColumnText column() {
    Token name = tokens.next();
    int typeStart = endsType() ? name.end() : tokens.peek().offset();
    while (!endsType()) {
      tokens.skipOne();
    }
    int typeEnd = tokens.previousEnd();
    List<ConstraintText> properties = new ArrayList<>();
    while (!tokens.endsElement()) {
      properties.add(new ConstraintTextParser(tokens).parse());
    }
    return new ColumnText(name, typeStart, typeEnd, properties, tokens.previousEnd());
  }

  // "generated always" begins a property only before "as"; elsewhere it is part of a type.
  private boolean endsType() {
    Token token = tokens.peek();
    boolean property = token.kind() == Token.Kind.WORD && PROPERTIES.contains(token.folded());
    return tokens.endsElement() || property || tokens.at("generated", "always", "as");
  }
}
