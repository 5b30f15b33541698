package dev.aludel.migrations.dialect.sqlite;

import dev.aludel.migrations.sql.Lexer;
import dev.aludel.migrations.sql.SqlSyntax;
import dev.aludel.migrations.sql.Token;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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

  /** A part of the text; {@code end} is exclusive. */
  record Span(int start, int end) {}

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

    Span span() {
      return new Span(name.offset(), end);
    }

    /**
     * Where one more property can stand; behind a name with nothing behind it, it would get that.
     */
    int propertiesEnd() {
      return properties.stream()
          .filter(property -> property.kind() != ConstraintText.Kind.OTHER)
          .reduce((first, second) -> second)
          .map(property -> property.span().end())
          .orElse(typeEnd);
    }

    Stream<ConstraintText> properties(ConstraintText.Kind kind) {
      return properties.stream().filter(property -> property.kind() == kind);
    }
  }

  Optional<ColumnText> column(String wanted) {
    return columns.stream().filter(column -> SqlText.sameName(column.value(), wanted)).findFirst();
  }

  /** What stands between the brackets of the table: columns and constraints, in order. */
  List<Span> elements() {
    return Stream.concat(
            columns.stream().map(ColumnText::span), constraints.stream().map(ConstraintText::span))
        .sorted(Comparator.comparingInt(Span::start))
        .toList();
  }

  /** All constraints and properties, those of columns first. */
  List<ConstraintText> all() {
    return Stream.concat(
            columns.stream().flatMap(column -> column.properties().stream()), constraints.stream())
        .toList();
  }

  /** The columns that a key is about, also where it stands at its column. */
  List<String> columnsOf(ConstraintText key) {
    return key.columns().isEmpty()
        ? columns.stream()
            .filter(column -> column.properties().contains(key))
            .map(ColumnText::value)
            .toList()
        : key.columns();
  }

  /**
   * What the text says, apart from comments, from the order of what stands at a column, and from
   * the order of constraints: two texts that say the same make the same table.
   */
  Object substance() {
    List<List<Object>> said = new ArrayList<>();
    for (ColumnText column : columns) {
      String type = sql.substring(column.typeStart(), column.typeEnd());
      said.add(List.of(column.value(), words(type), sortedWords(column.properties())));
    }
    return List.of(said, sortedWords(constraints), words(sql.substring(elementsEnd)));
  }

  private static List<String> sortedWords(List<ConstraintText> constraints) {
    return constraints.stream().map(one -> String.join(" ", one.words())).sorted().toList();
  }

  private static List<String> words(String text) {
    return Lexer.substance(text, SqlSyntax.SQLITE).stream().map(Token::text).toList();
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

  /** Whether {@code token} can be the name {@code wanted}. */
  static boolean names(Token token, String wanted) {
    boolean name = token.kind() == Token.Kind.WORD || token.kind() == Token.Kind.QUOTED_NAME;
    return name && SqlText.sameName(valueOf(token), wanted);
  }
}
