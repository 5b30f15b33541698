package dev.aludel.migrations.effect;

import dev.aludel.migrations.sql.FoldedName;
import dev.aludel.migrations.sql.Lexer;
import dev.aludel.migrations.sql.SqlSyntax;
import dev.aludel.migrations.sql.Token;
import dev.aludel.migrations.sql.Token.Kind;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The tokens of one statement, and a place among them. Looking beyond the end finds nothing. */
final class TokenCursor {
  private static final Token NOTHING = new Token(Kind.END, "", 0);

  private final String text;
  private final SqlSyntax syntax;
  private final List<Token> tokens;
  private int index;

  TokenCursor(String text, SqlSyntax syntax) {
    this.text = text;
    this.syntax = syntax;
    this.tokens = Lexer.substance(text, syntax);
  }

  SqlSyntax syntax() {
    return syntax;
  }

  int index() {
    return index;
  }

  void advance() {
    index++;
  }

  boolean isAtEnd() {
    return index >= tokens.size();
  }

  int size() {
    return tokens.size();
  }

  /** The token {@code distance} behind the place, or before it where that is negative. */
  Token peek(int distance) {
    return tokenAt(index + distance);
  }

  Token tokenAt(int place) {
    return place < 0 || place >= tokens.size() ? NOTHING : tokens.get(place);
  }

  int offset() {
    return peek(0).offset();
  }

  /** What is written from the place on. */
  String rest() {
    return isAtEnd() ? "" : text.substring(offset(), tokens.get(tokens.size() - 1).end());
  }

  boolean at(String... words) {
    for (int i = 0; i < words.length; i++) {
      if (!peek(i).isWord(words[i])) {
        return false;
      }
    }
    return true;
  }

  boolean atSymbol(char symbol) {
    return peek(0).isSymbol(symbol);
  }

  boolean accept(String... words) {
    boolean found = at(words);
    index += found ? words.length : 0;
    return found;
  }

  boolean acceptSymbol(char symbol) {
    boolean found = atSymbol(symbol);
    index += found ? 1 : 0;
    return found;
  }

  /** Passes by any of {@code words}, and tells which there were. */
  Set<String> skip(Set<String> words) {
    Set<String> skipped = new HashSet<>();
    while (peek(0).kind() == Kind.WORD && words.contains(peek(0).folded())) {
      skipped.add(peek(0).folded());
      index++;
    }
    return skipped;
  }

  /** Reads {@code [schema.]name}; none where no name stands here. */
  ObjectName name() {
    String schema = "";
    String name = part();
    while (!name.isEmpty() && acceptSymbol('.')) {
      schema = name;
      name = part();
    }
    return name.isEmpty() ? ObjectName.NONE : new ObjectName(schema, name);
  }

  /** Reads one name as the database compares it; empty where none stands here. */
  String part() {
    Token token = peek(0);
    boolean name = token.kind() == Kind.WORD || token.kind() == Kind.QUOTED_NAME;
    if (!name && !(token.kind() == Kind.STRING && syntax == SqlSyntax.SQLITE)) {
      return "";
    }
    index++;
    return value(token);
  }

  /** What a name or a text means, without its quotes, folded where case does not count. */
  String value(Token token) {
    return switch (token.kind()) {
      case WORD -> FoldedName.of(token.text());
      case QUOTED_NAME, STRING ->
          syntax == SqlSyntax.SQLITE
              ? FoldedName.of(unquoted(token.text()))
              : unquoted(token.text());
      default -> token.text();
    };
  }

  private static String unquoted(String quoted) {
    String quote = quoted.substring(0, 1);
    boolean plain = "\"'`[".contains(quote) && quoted.length() >= 2;
    if (!plain) {
      return quoted;
    }
    String inside = quoted.substring(1, quoted.length() - 1);
    return quote.equals("[") ? inside : inside.replace(quote + quote, quote);
  }
}
