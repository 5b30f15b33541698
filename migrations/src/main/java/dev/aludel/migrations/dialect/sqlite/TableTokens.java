package dev.aludel.migrations.dialect.sqlite;

import dev.aludel.migrations.dialect.sqlite.TableText.Span;
import dev.aludel.migrations.sql.Lexer;
import dev.aludel.migrations.sql.SqlSyntax;
import dev.aludel.migrations.sql.Token;
import java.util.ArrayList;
import java.util.List;

/** Walks over the tokens of a statement that SQLite has accepted. */
final class TableTokens {
  private final List<Token> tokens;
  private final Token end;
  private int index;

  TableTokens(String sql) {
    this.tokens = Lexer.substance(sql, SqlSyntax.SQLITE);
    this.end = new Token(Token.Kind.END, "", sql.length());
  }

  int index() {
    return index;
  }

  Token peek() {
    return peek(0);
  }

  private Token peek(int distance) {
    int at = index + distance;
    return at < tokens.size() ? tokens.get(at) : end;
  }

  /** The token, which is behind it then; a text of a table does not end before it is expected. */
  Token next() {
    Token token = peek();
    if (token.kind() == Token.Kind.END) {
      throw new IllegalArgumentException("the text ends within the table");
    }
    index++;
    return token;
  }

  int previousEnd() {
    return tokens.get(index - 1).end();
  }

  Span spanFrom(int first) {
    return new Span(tokens.get(first).offset(), previousEnd());
  }

  List<Token> since(int first) {
    return tokens.subList(first, index);
  }

  boolean at(String... words) {
    for (int i = 0; i < words.length; i++) {
      if (!peek(i).isWord(words[i])) {
        return false;
      }
    }
    return true;
  }

  boolean accept(String... words) {
    boolean found = at(words);
    index += found ? words.length : 0;
    return found;
  }

  boolean accept(char symbol) {
    boolean found = peek().isSymbol(symbol);
    index += found ? 1 : 0;
    return found;
  }

  boolean endsElement() {
    return peek().isSymbol(',') || peek().isSymbol(')') || peek().kind() == Token.Kind.END;
  }

  /** Over one token, or over a pair of brackets and all between them. */
  void skipOne() {
    int depth = 0;
    do {
      depth += peek().isSymbol('(') ? 1 : peek().isSymbol(')') ? -1 : 0;
      index++;
    } while (depth > 0 && peek().kind() != Token.Kind.END);
  }

  /** Over a value: signed or not, a blob with the {@code x} before it, or in brackets. */
  void skipValue() {
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

  /** The names in the brackets that follow, brackets around each aside; none if none follow. */
  List<String> columnList() {
    if (!peek().isSymbol('(')) {
      return List.of();
    }
    List<String> names = new ArrayList<>();
    int first = index;
    skipOne();
    boolean expected = false;
    for (Token token : since(first)) {
      if (token.isSymbol('(') || token.isSymbol(',')) {
        expected = true;
      } else if (expected) {
        names.add(TableText.valueOf(token));
        expected = false;
      }
    }
    return names;
  }
}
