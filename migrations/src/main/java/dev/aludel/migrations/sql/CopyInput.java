package dev.aludel.migrations.sql;

import java.util.Optional;

/**
 * PostgreSQL's {@code copy ... from stdin} with its lines of data, as psql and {@code pg_dump} know
 * it.
 *
 * @param command what the server is told, without the {@code ;}
 * @param data the lines, without the one that ends them
 * @param offset where the data begin in the text of the statement
 */
public record CopyInput(String command, String data, int offset) {
  /** The line that ends the data. */
  public static final String END = "\\.";

  private static final String WORD = "copy";

  /** The statement that {@code sql} is, its data with it; empty if it is another. */
  public static Optional<CopyInput> of(String sql) {
    if (!sql.regionMatches(true, 0, WORD, 0, WORD.length())) {
      return Optional.empty();
    }
    Lexer lexer = new Lexer(sql);
    int end = 0;
    for (Token token = lexer.next(SqlSyntax.POSTGRESQL);
        token.kind() != Token.Kind.END;
        token = lexer.next(SqlSyntax.POSTGRESQL)) {
      if (token.kind() == Token.Kind.COPY_DATA) {
        return Optional.of(
            new CopyInput(sql.substring(0, end), lines(token.text()), token.offset()));
      }
      end = token.isSymbol(';') ? token.offset() : end;
    }
    return Optional.empty();
  }

  private static String lines(String text) {
    return isEnded(text) ? text.substring(0, text.length() - END.length()) : text;
  }

  /** Whether {@code text}, of a token, ends with the line that ends data. */
  public static boolean isEnded(String text) {
    int before = text.length() - END.length();
    return text.endsWith(END) && (before == 0 || text.charAt(before - 1) == '\n');
  }

  /** Where the line of this number begins in the text of the statement; the first is 1. */
  public int offsetOfLine(int number) {
    int start = 0;
    for (int line = 1; line < number; line++) {
      int end = data.indexOf('\n', start);
      if (end < 0) {
        break;
      }
      start = end + 1;
    }
    return offset + start;
  }
}
