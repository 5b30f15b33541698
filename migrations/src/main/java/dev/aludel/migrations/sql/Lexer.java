package dev.aludel.migrations.sql;

import static java.util.Objects.requireNonNull;

import dev.aludel.migrations.sql.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts SQL text into tokens, front to back. It accepts every text: what is not closed comes as a
 * token of its own kind. Linear in the length of the text. Not thread-safe.
 */
public final class Lexer {
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final String source;
  private int position;
  private CopyWatch copies = new CopyWatch();
  private Data data = Data.NONE;

  /** Whether lines of data come next. */
  private enum Data {
    NONE,
    /** The rest of a line is before them. */
    BEHIND_THIS_LINE,
    HERE
  }

  public Lexer(String source) {
    this(source, 0);
  }

  /** Begins at {@code offset}, in UTF-16 units from the start of {@code source}. */
  public Lexer(String source, int offset) {
    this.source = requireNonNull(source, "source");
    this.position = offset;
  }

  /** The next token begins a statement, whatever was before it. */
  public void beginStatement() {
    copies = new CopyWatch();
    data = Data.NONE;
  }

  /** All tokens of {@code source} that take part in a statement. */
  public static List<Token> substance(String source, SqlSyntax syntax) {
    Lexer lexer = new Lexer(source);
    List<Token> tokens = new ArrayList<>();
    for (Token token = lexer.next(syntax); token.kind() != Kind.END; token = lexer.next(syntax)) {
      if (token.isSubstance()) {
        tokens.add(token);
      }
    }
    return List.copyOf(tokens);
  }

  /** The next token by the rules of {@code syntax}; {@link Kind#END} again and again at the end. */
  public Token next(SqlSyntax syntax) {
    int start = position;
    if (start >= source.length()) {
      return new Token(Kind.END, "", source.length());
    }
    Kind kind = data == Data.NONE ? scan(syntax) : scanTowardsData(syntax);
    Token token = new Token(kind, source.substring(start, position), start);
    if (syntax == SqlSyntax.POSTGRESQL && copies.take(token)) {
      data = Data.BEHIND_THIS_LINE;
    }
    return token;
  }

  private Kind scanTowardsData(SqlSyntax syntax) {
    boolean here = data == Data.HERE;
    data = Data.NONE;
    if (here) {
      return scanData();
    }
    int end = endOfLine(position);
    if (!source.substring(position, end).isBlank()) {
      return scan(syntax);
    }
    position = end;
    data = Data.HERE;
    return Kind.WHITE_SPACE;
  }

  // Behind the line break; a carriage return alone ends no line of data.
  private int endOfLine(int from) {
    int lineFeed = source.indexOf('\n', from);
    return lineFeed < 0 ? source.length() : lineFeed + 1;
  }

  private Kind scanData() {
    while (position < source.length()) {
      int start = position;
      position = endOfLine(position);
      if (source.substring(start, position).stripTrailing().equals(CopyInput.END)) {
        position = start + CopyInput.END.length();
        break;
      }
    }
    return Kind.COPY_DATA;
  }

  private Kind scan(SqlSyntax syntax) {
    char first = source.charAt(position);
    if (isWhiteSpace(first) || (first == BYTE_ORDER_MARK && syntax.skipsByteOrderMarks())) {
      position++;
      return skipWhile(Kind.WHITE_SPACE, Lexer::isWhiteSpace);
    }
    if (lookingAt("--")) {
      return scanLineComment(syntax);
    }
    if (lookingAt("/*")) {
      return scanBlockComment(syntax.nestsComments());
    }
    if (isWordStart(first)) {
      return scanWord(syntax);
    }
    if (isDigit(first) || (first == '.' && isDigit(peek(1)))) {
      return scanNumber();
    }
    return scanQuotedOrSymbol(first, syntax);
  }

  private Kind scanQuotedOrSymbol(char first, SqlSyntax syntax) {
    boolean manyNameQuotes = syntax.quotesNamesWithBackticksAndBrackets();
    if (first == '\'') {
      return scanQuoted(Kind.STRING, '\'');
    }
    if (first == '"' || (first == '`' && manyNameQuotes)) {
      return scanQuoted(Kind.QUOTED_NAME, first);
    }
    if (first == '[' && manyNameQuotes) {
      return scanUntil(Kind.QUOTED_NAME, "]", 1);
    }
    if (first == '$' && syntax.knowsDollarQuotes()) {
      return scanDollarQuoted();
    }
    position++;
    return Kind.SYMBOL;
  }

  private Kind scanWord(SqlSyntax syntax) {
    if (syntax.knowsEscapeStrings() && (lookingAt("e'") || lookingAt("E'"))) {
      return scanEscapeString();
    }
    return skipWhile(Kind.WORD, Lexer::isWordPart);
  }

  private Kind scanNumber() {
    while (position < source.length()) {
      char c = source.charAt(position);
      boolean sign =
          (c == '+' || c == '-') && "eE".indexOf(source.charAt(position - 1)) >= 0 && !hex();
      if (!isWordPart(c) && c != '.' && !sign) {
        break;
      }
      position++;
    }
    return Kind.NUMBER;
  }

  private boolean hex() {
    int start = position;
    while (start > 0 && isWordPart(source.charAt(start - 1))) {
      start--;
    }
    return source.startsWith("0x", start) || source.startsWith("0X", start);
  }

  private Kind scanQuoted(Kind kind, char quote) {
    for (position++; position < source.length(); position++) {
      if (source.charAt(position) == quote) {
        if (peek(1) != quote) {
          position++;
          return kind;
        }
        position++;
      }
    }
    return Kind.UNTERMINATED;
  }

  private Kind scanEscapeString() {
    for (position += 2; position < source.length(); position++) {
      char c = source.charAt(position);
      if (c == '\\' || (c == '\'' && peek(1) == '\'')) {
        position++;
      } else if (c == '\'') {
        position++;
        return Kind.STRING;
      }
    }
    position = source.length();
    return Kind.UNTERMINATED;
  }

  private Kind scanDollarQuoted() {
    int tagEnd = position + 1;
    while (tagEnd < source.length() && isTagPart(source.charAt(tagEnd))) {
      tagEnd++;
    }
    boolean opens = tagEnd < source.length() && source.charAt(tagEnd) == '$' && !isDigit(peek(1));
    if (!opens) {
      position++;
      return Kind.SYMBOL;
    }
    String tag = source.substring(position, tagEnd + 1);
    return scanUntil(Kind.STRING, tag, tag.length());
  }

  private Kind scanUntil(Kind kind, String closing, int openingLength) {
    int end = source.indexOf(closing, position + openingLength);
    position = end < 0 ? source.length() : end + closing.length();
    return end < 0 ? Kind.UNTERMINATED : kind;
  }

  private Kind scanBlockComment(boolean nests) {
    if (!nests) {
      return scanUntil(Kind.BLOCK_COMMENT, "*/", 2);
    }
    int depth = 0;
    do {
      if (lookingAt("/*")) {
        depth++;
        position += 2;
      } else if (lookingAt("*/")) {
        depth--;
        position += 2;
      } else {
        position++;
      }
    } while (depth > 0 && position < source.length());
    return depth > 0 ? Kind.UNTERMINATED : Kind.BLOCK_COMMENT;
  }

  private Kind scanLineComment(SqlSyntax syntax) {
    while (position < source.length() && !syntax.endsLine(source.charAt(position))) {
      position++;
    }
    return Kind.LINE_COMMENT;
  }

  private Kind skipWhile(Kind kind, CharacterTest test) {
    while (position < source.length() && test.accepts(source.charAt(position))) {
      position++;
    }
    return kind;
  }

  private boolean lookingAt(String text) {
    return source.startsWith(text, position);
  }

  private char peek(int distance) {
    int index = position + distance;
    return index < source.length() ? source.charAt(index) : '\0';
  }

  // Wider notions of white space are part of a name to both databases.
  private static boolean isWhiteSpace(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isWordStart(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c >= 0x80;
  }

  private static boolean isTagPart(char c) {
    return isWordStart(c) || isDigit(c);
  }

  private static boolean isWordPart(char c) {
    return isTagPart(c) || c == '$';
  }

  @FunctionalInterface
  private interface CharacterTest {
    boolean accepts(char c);
  }
}
