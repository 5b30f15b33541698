package dev.aludel.migrations.sql;

/**
 * How SQL text falls into tokens. The rules are those of the two databases' own scanners ({@code
 * tokenize.c} in SQLite, {@code scan.l} in PostgreSQL).
 */
public enum SqlSyntax {
  /** PostgreSQL's rules without {@code E''} strings: what portable statements are written in. */
  PORTABLE,
  /** SQLite: comments do not nest, names may stand in backticks or square brackets. */
  SQLITE,
  /** PostgreSQL: comments nest, {@code E''} strings know backslashes, dollar quotes. */
  POSTGRESQL;

  boolean nestsComments() {
    return this != SQLITE;
  }

  boolean quotesNamesWithBackticksAndBrackets() {
    return this == SQLITE;
  }

  /** Whether {@code c} ends a comment that begins with two dashes. */
  boolean endsLine(char c) {
    return c == '\n' || (c == '\r' && this != SQLITE);
  }

  /** Whether a byte order mark between two tokens is white space. */
  boolean skipsByteOrderMarks() {
    return this == SQLITE;
  }

  boolean knowsDollarQuotes() {
    return this != SQLITE;
  }

  boolean knowsEscapeStrings() {
    return this == POSTGRESQL;
  }
}
