package dev.aludel.migrations.dialect.sqlite;

import dev.aludel.migrations.sql.Lexer;
import dev.aludel.migrations.sql.SqlSyntax;
import dev.aludel.migrations.sql.Token;
import java.util.List;

/** The commas of a text, those in comments and quotes apart. */
final class Separators {
  private final List<Token> tokens;

  Separators(String sql) {
    this.tokens = Lexer.substance(sql, SqlSyntax.SQLITE);
  }

  /** The comma that is the last token before {@code offset}; -1 if another token is. */
  int commaBefore(int offset, int from) {
    return tokens.stream()
        .filter(token -> token.offset() >= from && token.end() <= offset)
        .reduce((first, second) -> second)
        .filter(token -> token.isSymbol(','))
        .map(Token::offset)
        .orElse(-1);
  }

  /** The comma that is the first token from {@code offset} on; -1 if another token is. */
  int commaAfter(int offset, int until) {
    return tokens.stream()
        .filter(token -> token.offset() >= offset && token.end() <= until)
        .findFirst()
        .filter(token -> token.isSymbol(','))
        .map(Token::offset)
        .orElse(-1);
  }
}
