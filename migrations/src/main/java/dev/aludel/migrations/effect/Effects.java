package dev.aludel.migrations.effect;

import dev.aludel.migrations.sql.SqlSyntax;
import dev.aludel.migrations.sql.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads what a statement does. Never fails, and takes time in proportion to the text. */
public final class Effects {
  private static final Set<String> TRANSACTION_CONTROL =
      Set.of("abort", "begin", "commit", "end", "release", "rollback", "savepoint", "start");
  private static final Set<String> MAINTENANCE =
      Set.of("vacuum", "analyze", "analyse", "reindex", "cluster", "checkpoint", "refresh");
  private static final Set<String> QUESTIONS =
      Set.of("select", "values", "table", "show", "fetch", "move", "with", "explain", "lock");
  private static final Set<String> ROW_CHANGES =
      Set.of("insert", "replace", "update", "delete", "merge");

  private final TokenCursor cursor;
  private final List<Effect> effects = new ArrayList<>();

  private Effects(String text, SqlSyntax syntax) {
    this.cursor = new TokenCursor(text, syntax);
  }

  /**
   * What the one statement {@code text} does, in the order of its text; nothing for one that only
   * asks. What it makes later (a trigger's or a function's body, a rule) is not among it, nor what
   * a function does that it calls, but for those that change settings and locks of the session.
   *
   * @param syntax of the database that will run it
   */
  public static List<Effect> of(String text, SqlSyntax syntax) {
    return new Effects(text, syntax).read();
  }

  private List<Effect> read() {
    if (!cursor.isAtEnd()) {
      readStatement();
    }
    return List.copyOf(effects);
  }

  private void readStatement() {
    Token first = cursor.peek(0);
    String word = first.isSymbol('(') ? "select" : first.folded();
    if (TRANSACTION_CONTROL.contains(word) || cursor.at("prepare", "transaction")) {
      effects.add(new Effect.ControlsTransaction(word, first.offset()));
    } else if (MAINTENANCE.contains(word)) {
      readMaintenance(word, first.offset());
    } else if (Set.of("create", "drop", "alter").contains(word)) {
      effects.addAll(new DefinitionReader(cursor).read());
    } else if (ROW_CHANGES.contains(word) || QUESTIONS.contains(word)) {
      readQuery(word);
    } else if (word.equals("truncate") || word.equals("copy")) {
      effects.addAll(new RowChangeReader(cursor).readWhole());
    } else {
      readSession(word, first.offset());
    }
    if (!runsLater(word)) {
      effects.addAll(new SessionFunctions(cursor).find());
    }
  }

  // A body is run by whoever calls it.
  private boolean runsLater(String word) {
    return (word.equals("create") && !cursor.syntax().equals(SqlSyntax.SQLITE) && definesRoutine())
        || word.equals("prepare");
  }

  private boolean definesRoutine() {
    return effects.stream()
        .anyMatch(
            effect ->
                effect instanceof Effect.Creates made
                    && (made.kind() == ObjectKind.FUNCTION
                        || made.kind() == ObjectKind.TRIGGER
                        || made.kind() == ObjectKind.VIEW
                        || made.kind() == ObjectKind.OTHER));
  }

  private void readMaintenance(String word, int offset) {
    effects.add(new Effect.Maintains(word, offset));
    for (int i = 1; i < Math.min(cursor.size(), 12); i++) {
      if (cursor.peek(i).isWord("concurrently")) {
        effects.add(new Effect.WorksConcurrently(cursor.peek(i).offset()));
        return;
      }
    }
  }

  // To explain a change is not to make it, but for PostgreSQL's "explain analyze".
  private void readQuery(String word) {
    if (word.equals("explain") && (cursor.syntax() == SqlSyntax.SQLITE || !explainRuns())) {
      return;
    }
    if (!word.equals("show") && !word.equals("lock")) {
      effects.addAll(new RowChangeReader(cursor).readQuery());
    }
  }

  private boolean explainRuns() {
    for (int i = 1; i < Math.min(cursor.size(), 40); i++) {
      Token token = cursor.peek(i);
      if (token.isWord("analyze") || token.isWord("analyse")) {
        return true;
      }
      if (ROW_CHANGES.contains(token.folded()) || token.isWord("select") || token.isWord("with")) {
        return false;
      }
    }
    return false;
  }

  private void readSession(String word, int offset) {
    Optional<Effect> found = new SessionReader(cursor).read();
    effects.add(found.orElseGet(() -> new Effect.Unknown(word, offset)));
  }
}
