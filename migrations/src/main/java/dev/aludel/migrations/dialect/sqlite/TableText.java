package dev.aludel.migrations.dialect.sqlite;

import dev.aludel.migrations.sql.Lexer;
import dev.aludel.migrations.sql.SqlSyntax;
import dev.aludel.migrations.sql.Token;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The text of a {@code create table} statement as SQLite keeps it in {@code sqlite_schema}, and
 * where its parts are. What is not understood is left alone.
 *
 * @param name the token of the table's name
 * @param columns in order; a table has one at least
 * @param constraints those of the table itself, in order
 * @param elementsEnd the offset of the bracket that closes the list of elements
 */
record TableText(
    String sql,
    Token name,
    List<ColumnText> columns,
    List<ConstraintText> constraints,
    int elementsEnd) {

  TableText {
    columns = List.copyOf(columns);
    constraints = List.copyOf(constraints);
  }

  /**
   * A column.
   *
   * @param typeEnd where its type ends; where its name ends if it has no type
   * @param end where it ends
   */
  record ColumnText(
      Token name, int typeStart, int typeEnd, List<ConstraintText> properties, int end) {
    ColumnText {
      properties = List.copyOf(properties);
    }

    String value() {
      return valueOf(name);
    }

    Stream<ConstraintText> properties(ConstraintText.Kind kind) {
      return properties.stream().filter(property -> property.kind() == kind);
    }
  }

  Optional<ColumnText> column(String wanted) {
    return columns.stream().filter(column -> column.value().equalsIgnoreCase(wanted)).findFirst();
  }

  /** What a name means: without its quotes. */
  static String valueOf(Token name) {
    String text = name.text();
    char first = text.charAt(0);
    if (first == '[') {
      return text.substring(1, text.length() - 1);
    }
    if (first == '"' || first == '`' || first == '\'') {
      String quote = String.valueOf(first);
      return text.substring(1, text.length() - 1).replace(quote + quote, quote);
    }
    return text;
  }

  /** What the last part of a name with dots means. */
  static String lastNameOf(String sql) {
    List<Token> tokens = Lexer.substance(sql, SqlSyntax.SQLITE);
    return valueOf(tokens.get(tokens.size() - 1));
  }

  /**
   * Whether {@code token} can be the name {@code wanted}, by SQLite's rules: case does not count.
   */
  static boolean names(Token token, String wanted) {
    boolean name = token.kind() == Token.Kind.WORD || token.kind() == Token.Kind.QUOTED_NAME;
    return name && valueOf(token).toLowerCase(Locale.ROOT).equals(wanted.toLowerCase(Locale.ROOT));
  }
}
