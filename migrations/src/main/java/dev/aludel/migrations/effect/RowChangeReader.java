package dev.aludel.migrations.effect;

import dev.aludel.migrations.effect.Effect.Conflict;
import dev.aludel.migrations.effect.Effect.ControlsTransaction;
import dev.aludel.migrations.effect.Effect.Creates;
import dev.aludel.migrations.effect.Effect.Deletes;
import dev.aludel.migrations.effect.Effect.Inserts;
import dev.aludel.migrations.effect.Effect.Lifetime;
import dev.aludel.migrations.effect.Effect.Presence;
import dev.aludel.migrations.effect.Effect.Updates;
import dev.aludel.migrations.sql.SqlSyntax;
import dev.aludel.migrations.sql.Token;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * Reads what changes rows, wherever in a query it stands: PostgreSQL deletes and updates in common
 * table expressions too, and both databases behind them.
 */
final class RowChangeReader {
  private static final Set<String> BEHIND_ASSIGNMENTS =
      Set.of("from", "where", "returning", "order", "limit", "when");
  private static final Set<String> LIFETIMES =
      Set.of("temp", "temporary", "local", "global", "unlogged");
  // Between "update" and "set": [or X] [only] a.b.c [*] [as x] [indexed by y].
  private static final int LONGEST_UPDATE_HEAD = 14;

  private final TokenCursor cursor;
  private final List<Effect> effects = new ArrayList<>();
  // What "do update" of an insert and "then update" of a merge are about.
  private ObjectName target = ObjectName.NONE;

  RowChangeReader(TokenCursor cursor) {
    this.cursor = cursor;
  }

  /** What a query, or a change of rows, does. */
  List<Effect> readQuery() {
    while (!cursor.isAtEnd()) {
      int before = cursor.index();
      clause(cursor.offset());
      if (cursor.index() == before) {
        cursor.advance();
      }
    }
    return effects;
  }

  /** What {@code truncate} or {@code copy} does. */
  List<Effect> readWhole() {
    int offset = cursor.offset();
    if (cursor.accept("truncate")) {
      truncate(offset);
    } else if (cursor.accept("copy") && cursor.atSymbol('(')) {
      return readQuery();
    } else {
      copy(offset);
    }
    return effects;
  }

  private void truncate(int offset) {
    cursor.accept("table");
    do {
      cursor.accept("only");
      int place = effects.isEmpty() ? offset : cursor.offset();
      effects.add(new Deletes(cursor.name(), place));
      cursor.acceptSymbol('*');
    } while (cursor.acceptSymbol(','));
  }

  private void copy(int offset) {
    cursor.accept("binary");
    ObjectName table = cursor.name();
    if (cursor.acceptSymbol('(')) {
      while (!cursor.isAtEnd() && !cursor.acceptSymbol(')')) {
        cursor.advance();
      }
    }
    if (cursor.at("from")) {
      effects.add(new Inserts(table, Conflict.KEEPS, offset));
    }
  }

  private void clause(int offset) {
    if (cursor.at("insert") || cursor.at("replace", "into")) {
      insert(offset);
    } else if (cursor.accept("delete", "from")) {
      cursor.accept("only");
      effects.add(new Deletes(cursor.name(), offset));
    } else if (cursor.accept("merge", "into")) {
      cursor.accept("only");
      target = cursor.name();
    } else if (cursor.accept("then", "delete")) {
      effects.add(new Deletes(target, offset));
    } else if (cursor.accept("then", "insert")) {
      effects.add(new Inserts(target, Conflict.KEEPS, offset));
    } else if (cursor.accept("do", "update", "set") || cursor.accept("then", "update", "set")) {
      effects.add(new Updates(target, assigned(), Conflict.KEEPS, offset));
    } else if (cursor.at("update")) {
      update(offset);
    } else if (cursor.at("into") && cursor.syntax() != SqlSyntax.SQLITE) {
      selectInto(offset);
    }
  }

  private void insert(int offset) {
    Conflict conflict = cursor.accept("replace") ? Conflict.REPLACES : Conflict.KEEPS;
    if (cursor.accept("insert")) {
      conflict = resolution(offset);
    }
    if (cursor.accept("into")) {
      target = cursor.name();
      effects.add(new Inserts(target, conflict, offset));
    }
  }

  private Conflict resolution(int offset) {
    if (!cursor.accept("or")) {
      return Conflict.KEEPS;
    }
    if (cursor.at("rollback")) {
      effects.add(new ControlsTransaction("rollback", offset));
    }
    boolean replaces = cursor.at("replace");
    cursor.advance();
    return replaces ? Conflict.REPLACES : Conflict.KEEPS;
  }

  private void update(int offset) {
    if (!beginsStatement() || !hasAssignments()) {
      return;
    }
    cursor.accept("update");
    Conflict conflict = resolution(offset);
    cursor.accept("only");
    ObjectName table = cursor.name();
    while (!cursor.isAtEnd() && !cursor.accept("set")) {
      cursor.advance();
    }
    effects.add(new Updates(table, assigned(), conflict, offset));
  }

  private boolean beginsStatement() {
    Token before = cursor.peek(-1);
    return cursor.index() == 0
        || before.isSymbol('(')
        || before.isSymbol(')')
        || before.isWord("analyze")
        || before.isWord("verbose");
  }

  private boolean hasAssignments() {
    for (int i = 2; i < LONGEST_UPDATE_HEAD; i++) {
      if (cursor.peek(i).isWord("set")) {
        return true;
      }
    }
    return false;
  }

  /** What stands before the {@code =} of each assignment: a name, or names in brackets. */
  private List<String> assigned() {
    List<String> columns = new ArrayList<>();
    int depth = 0;
    int cases = 0;
    boolean target = true;
    for (; !cursor.isAtEnd() && depth >= 0; cursor.advance()) {
      Token token = cursor.peek(0);
      depth += token.isSymbol('(') ? 1 : token.isSymbol(')') ? -1 : 0;
      cases += token.isWord("case") ? 1 : token.isWord("end") ? -1 : 0;
      if (depth == 0 && cases <= 0 && endsAssignments(token)) {
        return columns;
      }
      if (depth == 0 && (token.isSymbol('=') || token.isSymbol(','))) {
        target = token.isSymbol(',');
      } else if (target && isName(token)) {
        columns.add(cursor.value(token));
      }
    }
    return columns;
  }

  private static boolean endsAssignments(Token token) {
    return token.kind() == Token.Kind.WORD && BEHIND_ASSIGNMENTS.contains(token.folded());
  }

  private boolean isName(Token token) {
    return token.kind() == Token.Kind.WORD
        || token.kind() == Token.Kind.QUOTED_NAME
        || (token.kind() == Token.Kind.STRING && cursor.syntax() == SqlSyntax.SQLITE);
  }

  private void selectInto(int offset) {
    cursor.accept("into");
    Set<String> lifetimes = cursor.skip(LIFETIMES);
    boolean temporary = !Collections.disjoint(lifetimes, Lifetime.TEMPORARY_WORDS);
    boolean behindWord = cursor.accept("table") || !lifetimes.isEmpty();
    ObjectName name = cursor.name();
    if (!name.isNone() || behindWord) {
      Lifetime lifetime =
          temporary || name.schema().startsWith("pg_temp")
              ? Lifetime.TEMPORARY
              : Lifetime.PERMANENT;
      effects.add(
          new Creates(
              ObjectKind.TABLE, name, ObjectName.NONE, lifetime, Presence.REQUIRED, offset));
    }
  }
}
