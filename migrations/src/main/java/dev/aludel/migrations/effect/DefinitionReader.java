package dev.aludel.migrations.effect;

import dev.aludel.migrations.effect.Effect.Alters;
import dev.aludel.migrations.effect.Effect.Change;
import dev.aludel.migrations.effect.Effect.Creates;
import dev.aludel.migrations.effect.Effect.Drops;
import dev.aludel.migrations.effect.Effect.Lifetime;
import dev.aludel.migrations.effect.Effect.Presence;
import dev.aludel.migrations.effect.Effect.Renames;
import dev.aludel.migrations.effect.Effect.Unknown;
import dev.aludel.migrations.effect.Effect.WorksConcurrently;
import dev.aludel.migrations.sql.SqlSyntax;
import dev.aludel.migrations.sql.Token;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads {@code create}, {@code drop} and {@code alter}. */
final class DefinitionReader {
  private static final Map<String, ObjectKind> KINDS =
      Map.of(
          "table", ObjectKind.TABLE,
          "view", ObjectKind.VIEW,
          "index", ObjectKind.INDEX,
          "trigger", ObjectKind.TRIGGER,
          "sequence", ObjectKind.SEQUENCE,
          "schema", ObjectKind.SCHEMA,
          "function", ObjectKind.FUNCTION,
          "procedure", ObjectKind.FUNCTION,
          "routine", ObjectKind.FUNCTION,
          "aggregate", ObjectKind.FUNCTION);
  private static final Set<String> BEFORE_KIND =
      Set.of(
          "or",
          "replace",
          "temp",
          "temporary",
          "global",
          "local",
          "unlogged",
          "unique",
          "virtual",
          "foreign",
          "materialized",
          "recursive",
          "constraint",
          "event");

  private final TokenCursor cursor;
  private final List<Effect> effects = new ArrayList<>();
  private final int offset;

  DefinitionReader(TokenCursor cursor) {
    this.cursor = cursor;
    this.offset = cursor.offset();
  }

  List<Effect> read() {
    if (cursor.accept("create")) {
      create();
    } else if (cursor.accept("drop")) {
      drop();
    } else if (cursor.accept("alter")) {
      alter();
    }
    return effects;
  }

  private void create() {
    boolean temporary = !Collections.disjoint(cursor.skip(BEFORE_KIND), Lifetime.TEMPORARY_WORDS);
    ObjectKind kind = kind();
    noteConcurrently();
    Presence presence = presence();
    ObjectName name = unnamed() ? ObjectName.NONE : cursor.name();
    ObjectName table =
        kind == ObjectKind.INDEX || kind == ObjectKind.TRIGGER ? tableOf(kind) : ObjectName.NONE;
    Lifetime lifetime =
        temporary || isTemporarySchema(name.schema()) ? Lifetime.TEMPORARY : Lifetime.PERMANENT;
    effects.add(new Creates(kind, name, table, lifetime, presence, offset));
    noteElementsOf(kind);
  }

  // "create index on t": PostgreSQL finds a name.
  private boolean unnamed() {
    return cursor.at("on") && cursor.syntax() != SqlSyntax.SQLITE;
  }

  private boolean isTemporarySchema(String schema) {
    return cursor.syntax() == SqlSyntax.SQLITE
        ? schema.equals("temp")
        : schema.startsWith("pg_temp");
  }

  // A trigger names columns and events before its table, and has a body behind it.
  private ObjectName tableOf(ObjectKind kind) {
    while (!cursor.isAtEnd() && !cursor.at("on")) {
      if (kind == ObjectKind.TRIGGER && cursor.at("begin")) {
        return ObjectName.NONE;
      }
      cursor.advance();
    }
    cursor.accept("on");
    cursor.accept("only");
    return cursor.name();
  }

  // "create schema s create table t ...": PostgreSQL alone.
  private void noteElementsOf(ObjectKind kind) {
    while (kind == ObjectKind.SCHEMA && !cursor.isAtEnd()) {
      if (cursor.at("create") || cursor.at("grant")) {
        effects.add(new Unknown(cursor.peek(0).folded(), cursor.offset()));
        return;
      }
      cursor.advance();
    }
  }

  private void drop() {
    cursor.skip(BEFORE_KIND);
    ObjectKind kind = kind();
    noteConcurrently();
    Presence presence = presence();
    do {
      int place = effects.isEmpty() ? offset : cursor.offset();
      ObjectName name = cursor.name();
      if (!name.isNone()) {
        effects.add(new Drops(kind, name, presence, place));
      }
    } while (cursor.acceptSymbol(','));
  }

  private void alter() {
    cursor.skip(BEFORE_KIND);
    ObjectKind kind = kind();
    presence();
    cursor.accept("only");
    ObjectName name = cursor.name();
    cursor.acceptSymbol('*');
    if (kind != ObjectKind.TABLE) {
      alterOther(kind, name);
      return;
    }
    int start = offset;
    while (!cursor.isAtEnd()) {
      action(name, start);
      skipToNextAction();
      start = cursor.offset();
    }
  }

  private void alterOther(ObjectKind kind, ObjectName name) {
    if (!renames(kind, name, offset)) {
      effects.add(new Alters(kind, name, Change.OTHER, "", offset));
    }
  }

  private boolean renames(ObjectKind kind, ObjectName name, int start) {
    if (cursor.accept("rename", "to")) {
      String newName = cursor.name().name();
      effects.add(new Renames(kind, name, new ObjectName(name.schema(), newName), start));
      return true;
    }
    if (cursor.accept("set", "schema")) {
      ObjectName moved = new ObjectName(cursor.part(), name.name());
      effects.add(new Renames(kind, name, moved, start));
      return true;
    }
    return false;
  }

  private void action(ObjectName table, int start) {
    if (renames(ObjectKind.TABLE, table, start)) {
      return;
    }
    Change change = change();
    String column = change == Change.OTHER ? "" : cursor.part();
    effects.add(new Alters(ObjectKind.TABLE, table, change, column, start));
  }

  private Change change() {
    if (cursor.at("rename", "constraint") && cursor.peek(3).isWord("to")) {
      return Change.OTHER;
    }
    if (cursor.accept("rename")) {
      acceptColumn("to");
      return Change.RENAME_COLUMN;
    }
    if (cursor.at("alter") && !cursor.peek(1).isWord("constraint")) {
      cursor.advance();
      acceptColumn("");
      return Change.ALTER_COLUMN;
    }
    if (cursor.at("drop") && !cursor.peek(1).isWord("constraint")) {
      cursor.advance();
      acceptColumn("");
      presence();
      return Change.DROP_COLUMN;
    }
    return Change.OTHER;
  }

  // A column may itself be called "column".
  private void acceptColumn(String wordBehindName) {
    Token next = cursor.peek(1);
    boolean nameFollows =
        next.kind() != Token.Kind.END && !next.isSymbol(',') && !next.isWord(wordBehindName);
    if (nameFollows) {
      cursor.accept("column");
    }
  }

  private void skipToNextAction() {
    int depth = 0;
    while (!cursor.isAtEnd() && !(depth == 0 && cursor.atSymbol(','))) {
      depth += cursor.atSymbol('(') ? 1 : cursor.atSymbol(')') ? -1 : 0;
      cursor.advance();
    }
    cursor.acceptSymbol(',');
  }

  private ObjectKind kind() {
    ObjectKind kind = KINDS.getOrDefault(cursor.peek(0).folded(), ObjectKind.OTHER);
    cursor.advance();
    return kind;
  }

  private void noteConcurrently() {
    if (cursor.at("concurrently")) {
      effects.add(new WorksConcurrently(cursor.offset()));
      cursor.advance();
    }
  }

  private Presence presence() {
    boolean conditional = cursor.accept("if", "not", "exists") || cursor.accept("if", "exists");
    return conditional ? Presence.IF_SO : Presence.REQUIRED;
  }
}
