package dev.aludel.migrations.sql;

import java.util.List;

/**
 * Watches the tokens of PostgreSQL's SQL go by for {@code copy ... from stdin}, behind whose {@code
 * ;} stand lines of data and no SQL, and for {@code copy ... to stdout}.
 */
public final class CopyWatch {
  private State state = State.BEGINNING;
  private int brackets;

  /** How much of a statement has gone by. */
  private enum State {
    BEGINNING,
    COPY,
    FROM,
    TO,
    READS_INPUT,
    WRITES_OUTPUT,
    OTHER
  }

  /** Whether these tokens, without the {@code ;}, are {@code copy ... from stdin}. */
  public static boolean readsInput(List<Token> statement) {
    return after(statement) == State.READS_INPUT;
  }

  /** Whether these tokens, without the {@code ;}, are {@code copy ... to stdout}. */
  public static boolean writesOutput(List<Token> statement) {
    return after(statement) == State.WRITES_OUTPUT;
  }

  private static State after(List<Token> statement) {
    CopyWatch watch = new CopyWatch();
    for (Token token : statement) {
      watch.take(token);
      if (watch.state == State.OTHER) {
        return State.OTHER;
      }
    }
    return watch.state;
  }

  /** Whether {@code token} is the {@code ;} behind which data stand. */
  boolean take(Token token) {
    if (!token.isSubstance() || token.kind() == Token.Kind.COPY_DATA) {
      return false;
    }
    if (token.isSymbol(';')) {
      boolean dataFollow = state == State.READS_INPUT;
      state = State.BEGINNING;
      brackets = 0;
      return dataFollow;
    }
    state = next(token);
    return false;
  }

  private State next(Token token) {
    return switch (state) {
      case BEGINNING -> token.isWord("copy") ? State.COPY : State.OTHER;
      case COPY -> within(token);
      case FROM -> token.isWord("stdin") ? State.READS_INPUT : State.OTHER;
      case TO -> token.isWord("stdout") ? State.WRITES_OUTPUT : State.OTHER;
      case READS_INPUT, WRITES_OUTPUT, OTHER -> state;
    };
  }

  // What is copied may be a query in brackets.
  private State within(Token token) {
    brackets += token.isSymbol('(') ? 1 : token.isSymbol(')') ? -1 : 0;
    if (brackets > 0) {
      return State.COPY;
    }
    return token.isWord("from") ? State.FROM : token.isWord("to") ? State.TO : State.COPY;
  }
}
