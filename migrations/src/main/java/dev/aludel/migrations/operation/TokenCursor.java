package dev.aludel.migrations.operation;

import dev.aludel.migrations.schema.Identifier;
import dev.aludel.migrations.schema.QualifiedName;
import dev.aludel.migrations.script.MissingEnd;
import dev.aludel.migrations.script.ScriptException;
import dev.aludel.migrations.script.ScriptStatement;
import dev.aludel.migrations.sql.Lexer;
import dev.aludel.migrations.sql.Token;
import java.util.ArrayList;
import java.util.List;

/** Walks over the tokens of one statement, and says where what was expected is not there. */
final class TokenCursor {
  private final ScriptStatement statement;
  private final List<Token> tokens;
  private int index;

  TokenCursor(ScriptStatement statement) {
    this.statement = statement;
    this.tokens = Lexer.substance(statement.text(), statement.syntax());
  }

  boolean atEnd() {
    return index >= tokens.size();
  }

  Token peek() {
    return atEnd() ? end() : tokens.get(index);
  }

  private Token end() {
    return new Token(Token.Kind.END, "", statement.text().length());
  }

  Token next() {
    Token token = peek();
    index++;
    return token;
  }

  boolean at(String... words) {
    for (int i = 0; i < words.length; i++) {
      if (index + i >= tokens.size() || !tokens.get(index + i).isWord(words[i])) {
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

  void expect(String... words) {
    if (!accept(words)) {
      throw unexpected("\"" + String.join(" ", words) + "\"");
    }
  }

  void expect(char symbol) {
    if (!accept(symbol)) {
      throw unexpected("\"" + symbol + "\"");
    }
  }

  Identifier identifier(String what) {
    Token token = peek();
    if (token.kind() != Token.Kind.WORD && token.kind() != Token.Kind.QUOTED_NAME) {
      throw unexpected("the name of " + what);
    }
    index++;
    return new Identifier(token.text());
  }

  QualifiedName qualifiedName(String what) {
    List<Identifier> parts = new ArrayList<>();
    do {
      parts.add(identifier(what));
    } while (accept('.'));
    return new QualifiedName(parts);
  }

  List<Identifier> columnList() {
    List<Identifier> columns = new ArrayList<>();
    expect('(');
    do {
      columns.add(identifier("a column"));
    } while (accept(','));
    expect(')');
    return columns;
  }

  /** From the next token up to and with the bracket that closes the one it is. */
  String bracketed() {
    int start = peek().offset();
    expect('(');
    int depth = 1;
    while (depth > 0) {
      Token token = next();
      if (token.kind() == Token.Kind.END) {
        throw unexpected("\")\"");
      }
      depth += token.isSymbol('(') ? 1 : token.isSymbol(')') ? -1 : 0;
    }
    return statement.text().substring(start, tokens.get(index - 1).end());
  }

  /** The source from {@code offset} up to the end of the token before the next one. */
  String textSince(int offset) {
    return statement.text().substring(offset, tokens.get(index - 1).end());
  }

  void expectEnd() {
    if (!atEnd()) {
      throw unexpected("the end of the statement");
    }
  }

  ScriptException unexpected(String expected) {
    Token found = peek();
    String what = found.kind() == Token.Kind.END ? "the end" : "\"" + found.text() + "\"";
    return refused(
        "found %s; portable SQL expects %s here.%s %s"
            .formatted(
                what, expected, MissingEnd.question(statement), ScriptException.VERBATIM_REMEDY));
  }

  /** A refusal at the place of the next token. */
  ScriptException refused(String problem) {
    return new ScriptException(statement.positionAt(peek().offset()), problem);
  }
}
