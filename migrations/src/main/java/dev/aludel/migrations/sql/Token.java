package dev.aludel.migrations.sql;

import java.util.Locale;

/**
 * A piece of SQL text. The texts of all tokens of a source, joined, are the source.
 *
 * @param offset where it begins, in UTF-16 units from the start of the source
 */
public record Token(Kind kind, String text, int offset) {

  /** What a token is. */
  public enum Kind {
    /** A keyword or a name without quotes. */
    WORD,
    /** A name in quotes of any kind. */
    QUOTED_NAME,
    /** A string of any kind, dollar quotes among them. */
    STRING,
    NUMBER,
    /**
     * The lines behind {@code copy ... from stdin;} of PostgreSQL, up to and with the line {@code
     * \.}, whose line ending is not part of it. Without that line they reach to the end of the
     * source.
     */
    COPY_DATA,
    /** One character that is none of the others. */
    SYMBOL,
    LINE_COMMENT,
    BLOCK_COMMENT,
    WHITE_SPACE,
    /** A quote or comment that is opened and never closed; it reaches to the end of the source. */
    UNTERMINATED,
    /** After the last token; its text is empty. */
    END
  }

  public int end() {
    return offset + text.length();
  }

  /** Whether it takes part in a statement: neither white space nor comment nor the end. */
  public boolean isSubstance() {
    return switch (kind) {
      case LINE_COMMENT, BLOCK_COMMENT, WHITE_SPACE, END -> false;
      case WORD, QUOTED_NAME, STRING, NUMBER, COPY_DATA, SYMBOL, UNTERMINATED -> true;
    };
  }

  /** Whether it is this keyword, whatever its case. */
  public boolean isWord(String word) {
    return kind == Kind.WORD && text.equalsIgnoreCase(word);
  }

  public boolean isSymbol(char symbol) {
    return kind == Kind.SYMBOL && text.charAt(0) == symbol;
  }

  /** The text as keywords and unquoted names compare: in lower case when it is a word. */
  public String folded() {
    return kind == Kind.WORD ? text.toLowerCase(Locale.ROOT) : text;
  }
}
