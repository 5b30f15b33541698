package dev.aludel.migrations.script;

import static java.util.Objects.requireNonNull;

import dev.aludel.migrations.sql.Lexer;
import dev.aludel.migrations.sql.Token;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Looks for the likely reason why a statement is not understood: another one begins on a line of
 * it, and no {@code ;} stands before that.
 */
public final class MissingEnd {
  private static final Set<String> THINGS =
      Set.of("table", "index", "unique", "view", "trigger", "temporary", "temp", "function");

  /** How statements begin: with two words, of which the second is one of these. */
  private static final Map<String, Set<String>> BEGINNINGS =
      Map.of(
          "create", THINGS,
          "alter", THINGS,
          "drop", THINGS,
          "insert", Set.of("into"),
          "delete", Set.of("from"));

  /** What holds statements itself says so in its first words. */
  private static final Set<String> BODIES = Set.of("trigger", "function", "procedure", "rule");

  private static final int FIRST_WORDS = 4;

  private final ScriptStatement statement;
  private final List<Token> tokens;

  private MissingEnd(ScriptStatement statement) {
    this.statement = statement;
    this.tokens = Lexer.substance(statement.text(), statement.syntax());
  }

  /**
   * A question to be put behind a complaint, with a blank before it; empty where it is unlikely.
   */
  public static String question(ScriptStatement statement) {
    return new MissingEnd(requireNonNull(statement, "statement")).question();
  }

  private String question() {
    if (tokens.stream().limit(FIRST_WORDS).anyMatch(token -> BODIES.contains(token.folded()))) {
      return "";
    }
    int depth = 0;
    for (int i = 1; i < tokens.size() - 1; i++) {
      depth += change(tokens.get(i - 1));
      if (depth == 0 && beginsLine(i) && beginsStatement(i)) {
        return question(tokens.get(i), tokens.get(i + 1));
      }
    }
    return "";
  }

  private static int change(Token token) {
    return token.isSymbol('(') ? 1 : token.isSymbol(')') ? -1 : 0;
  }

  private boolean beginsLine(int index) {
    String between =
        statement.text().substring(tokens.get(index - 1).end(), tokens.get(index).offset());
    return Stream.of("\n", "\r").anyMatch(between::contains);
  }

  private boolean beginsStatement(int index) {
    return BEGINNINGS
        .getOrDefault(tokens.get(index).folded(), Set.of())
        .contains(tokens.get(index + 1).folded());
  }

  private String question(Token first, Token second) {
    return " Is a \";\" missing before \"%s %s\" in line %d?"
        .formatted(first.text(), second.text(), statement.positionAt(first.offset()).line());
  }
}
