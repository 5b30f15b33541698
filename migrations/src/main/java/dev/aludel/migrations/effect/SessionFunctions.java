package dev.aludel.migrations.effect;

import dev.aludel.migrations.effect.Effect.ChangesSession;
import dev.aludel.migrations.effect.Effect.Scope;
import dev.aludel.migrations.effect.Effect.SessionPart;
import dev.aludel.migrations.sql.FoldedName;
import dev.aludel.migrations.sql.SqlSyntax;
import dev.aludel.migrations.sql.Token;
import java.util.ArrayList;
import java.util.List;

/** Finds the calls of PostgreSQL's own functions that change the session, anywhere in a query. */
final class SessionFunctions {
  private final TokenCursor cursor;
  private final List<Effect> effects = new ArrayList<>();

  SessionFunctions(TokenCursor cursor) {
    this.cursor = cursor;
  }

  List<Effect> find() {
    if (cursor.syntax() == SqlSyntax.SQLITE) {
      return effects;
    }
    for (int i = 0; i < cursor.size(); i++) {
      if (cursor.tokenAt(i + 1).isSymbol('(')) {
        look(i, cursor.value(cursor.tokenAt(i)));
      }
    }
    return effects;
  }

  private void look(int index, String function) {
    int offset = cursor.tokenAt(index).offset();
    if (function.equals("set_config")) {
      Token name = cursor.tokenAt(index + 2);
      boolean constant = name.kind() == Token.Kind.STRING;
      effects.add(
          new ChangesSession(
              SessionPart.SETTING,
              constant ? FoldedName.of(cursor.value(name)) : "",
              "",
              scopeOf(index + 1),
              offset));
    } else if (locks(function)) {
      effects.add(
          new ChangesSession(SessionPart.ADVISORY_LOCK, function, "", Scope.SESSION, offset));
    }
  }

  private static boolean locks(String function) {
    boolean advisory =
        function.startsWith("pg_advisory_") || function.startsWith("pg_try_advisory_");
    return advisory && !function.contains("_xact_");
  }

  // By the last argument: whether it is for the transaction alone. Not far: one text's calls may
  // stand in one another.
  private Scope scopeOf(int bracket) {
    int depth = 0;
    for (int i = bracket; i < Math.min(cursor.size(), bracket + 200); i++) {
      Token token = cursor.tokenAt(i);
      depth += token.isSymbol('(') ? 1 : token.isSymbol(')') ? -1 : 0;
      if (depth == 0) {
        return cursor.tokenAt(i - 1).isWord("true") ? Scope.TRANSACTION : Scope.SESSION;
      }
    }
    return Scope.SESSION;
  }
}
