package dev.aludel.migrations.dialect;

import dev.aludel.migrations.sql.Lexer;
import dev.aludel.migrations.sql.SqlSyntax;
import dev.aludel.migrations.sql.Token;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A statement that makes or drops an index.
 *
 * @param name the index, as the statement writes it, with its schema if it has one
 * @param table for one that makes it, the table, as the statement writes it; empty otherwise
 */
public record IndexStatement(Kind kind, String name, String table) {
  private static final Set<String> BEFORE_NAME =
      Set.of("unique", "index", "concurrently", "if", "not", "exists");

  /** What the statement does. */
  public enum Kind {
    CREATE,
    DROP
  }

  /** What a catalog says of an index. */
  public enum State {
    ABSENT,
    /** It is there and is used. */
    VALID,
    /** It is there, its making was broken off, and it is of no use. */
    INVALID
  }

  /**
   * What a catalog says of the index of a statement.
   *
   * @param name the index as SQL can name it; empty where it is absent
   */
  public record Found(State state, String name) {
    public static final Found ABSENT = new Found(State.ABSENT, "");
  }

  /** The index statement that {@code sql} is; empty if it is another, or gives no name. */
  public static Optional<IndexStatement> of(String sql, SqlSyntax syntax) {
    List<Token> tokens = Lexer.substance(sql, syntax);
    boolean create = !tokens.isEmpty() && tokens.get(0).isWord("create");
    boolean drop = !tokens.isEmpty() && tokens.get(0).isWord("drop");
    boolean index = tokens.stream().limit(3).anyMatch(token -> token.isWord("index"));
    if (!index || !(create || drop)) {
      return Optional.empty();
    }
    int first = 1;
    while (first < tokens.size() && BEFORE_NAME.contains(tokens.get(first).folded())) {
      first++;
    }
    if (first == tokens.size() || tokens.get(first).isWord("on")) {
      return Optional.empty();
    }
    return Optional.of(
        create
            ? new IndexStatement(Kind.CREATE, name(tokens, first), table(tokens, first))
            : new IndexStatement(Kind.DROP, name(tokens, first), ""));
  }

  private static String table(List<Token> tokens, int nameIndex) {
    int on = nameIndex;
    while (on < tokens.size() && !tokens.get(on).isWord("on")) {
      on++;
    }
    int table = on + 1 < tokens.size() && tokens.get(on + 1).isWord("only") ? on + 2 : on + 1;
    return table < tokens.size() ? name(tokens, table) : "";
  }

  private static String name(List<Token> tokens, int first) {
    int last = first;
    while (last + 2 < tokens.size() && tokens.get(last + 1).isSymbol('.')) {
      last += 2;
    }
    StringBuilder name = new StringBuilder();
    tokens.subList(first, last + 1).forEach(token -> name.append(token.text()));
    return name.toString();
  }
}
