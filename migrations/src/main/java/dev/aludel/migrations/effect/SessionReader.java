package dev.aludel.migrations.effect;

import dev.aludel.migrations.effect.Effect.Attaches;
import dev.aludel.migrations.effect.Effect.ChangesSession;
import dev.aludel.migrations.effect.Effect.Detaches;
import dev.aludel.migrations.effect.Effect.Pragma;
import dev.aludel.migrations.effect.Effect.Scope;
import dev.aludel.migrations.effect.Effect.SessionPart;
import dev.aludel.migrations.sql.FoldedName;
import dev.aludel.migrations.sql.SqlSyntax;
import dev.aludel.migrations.sql.Token;
import java.util.Optional;

/** Reads statements that are about the connection alone: pragmas, attached databases, settings. */
final class SessionReader {
  private final TokenCursor cursor;
  private final int offset;

  SessionReader(TokenCursor cursor) {
    this.cursor = cursor;
    this.offset = cursor.offset();
  }

  /** The change; empty if the statement is about something else. */
  Optional<Effect> read() {
    return cursor.syntax() == SqlSyntax.SQLITE ? ofSqlite() : ofPostgres();
  }

  private Optional<Effect> ofSqlite() {
    if (cursor.accept("pragma")) {
      ObjectName name = cursor.name();
      String value = cursor.acceptSymbol('=') || cursor.acceptSymbol('(') ? pragmaValue() : "";
      return Optional.of(new Pragma(name.schema(), name.name(), value, offset));
    }
    if (cursor.accept("attach")) {
      return Optional.of(new Attaches(attachedName(), offset));
    }
    if (cursor.accept("detach")) {
      if (!cursor.peek(1).isSymbol(')')) {
        cursor.accept("database");
      }
      return Optional.of(new Detaches(cursor.part(), offset));
    }
    return Optional.empty();
  }

  // SQLite passes a plus by.
  private String pragmaValue() {
    cursor.acceptSymbol('+');
    String sign = cursor.acceptSymbol('-') ? "-" : "";
    return sign + FoldedName.of(cursor.value(cursor.peek(0)));
  }

  private String attachedName() {
    String name = "";
    while (!cursor.isAtEnd()) {
      if (cursor.accept("as")) {
        name = cursor.part();
      } else {
        cursor.advance();
      }
    }
    return name;
  }

  private Optional<Effect> ofPostgres() {
    if (cursor.accept("set")) {
      return Optional.of(set());
    }
    if (cursor.accept("reset")) {
      return Optional.of(setting(Scope.SESSION));
    }
    if (cursor.accept("listen") || cursor.accept("unlisten")) {
      return named(SessionPart.LISTENER);
    }
    if (cursor.at("prepare") || cursor.at("deallocate")) {
      cursor.advance();
      if (!(cursor.peek(1).kind() == Token.Kind.END)) {
        cursor.accept("prepare");
      }
      return named(SessionPart.PREPARED_STATEMENT);
    }
    if (cursor.accept("declare")) {
      return Optional.of(declared());
    }
    if (cursor.accept("close")) {
      return named(SessionPart.CURSOR);
    }
    if (cursor.accept("discard")) {
      return named(SessionPart.DISCARD);
    }
    if (cursor.accept("load")) {
      return changes(SessionPart.LIBRARY, cursor.value(cursor.peek(0)), Scope.SESSION);
    }
    return Optional.empty();
  }

  private Optional<Effect> named(SessionPart part) {
    return changes(part, cursor.part(), Scope.SESSION);
  }

  private Optional<Effect> changes(SessionPart part, String name, Scope scope) {
    return Optional.of(new ChangesSession(part, name, "", scope, offset));
  }

  // A cursor ends with its transaction unless it is held.
  private Effect declared() {
    String name = cursor.part();
    Scope scope = Scope.TRANSACTION;
    while (!cursor.isAtEnd() && !cursor.at("for")) {
      if (cursor.at("with", "hold")) {
        scope = Scope.SESSION;
      }
      cursor.advance();
    }
    return new ChangesSession(SessionPart.CURSOR, name, "", scope, offset);
  }

  private Effect set() {
    if (cursor.accept("constraints")) {
      return change(SessionPart.CONSTRAINTS, "", Scope.TRANSACTION);
    }
    if (cursor.accept("transaction")) {
      return change(SessionPart.TRANSACTION_MODE, "", Scope.TRANSACTION);
    }
    if (cursor.accept("session", "characteristics")) {
      return change(SessionPart.TRANSACTION_MODE, "", Scope.SESSION);
    }
    if (cursor.at("session", "authorization")) {
      return setting(Scope.SESSION);
    }
    Scope scope = cursor.accept("local") ? Scope.TRANSACTION : Scope.SESSION;
    cursor.accept("session");
    return setting(scope);
  }

  private Effect setting(Scope scope) {
    if (cursor.accept("role")) {
      return change(SessionPart.ROLE, "", scope);
    }
    if (cursor.accept("session", "authorization")) {
      return change(SessionPart.AUTHORIZATION, "", scope);
    }
    return change(SessionPart.SETTING, settingName(), scope);
  }

  // Words of the standard for what are parameters to PostgreSQL.
  private String settingName() {
    if (cursor.accept("time", "zone")) {
      return "timezone";
    }
    if (cursor.accept("names")) {
      return "client_encoding";
    }
    if (cursor.accept("xml", "option")) {
      return "xmloption";
    }
    if (cursor.at("schema") && !cursor.peek(1).isWord("to") && !cursor.peek(1).isSymbol('=')) {
      cursor.advance();
      return "search_path";
    }
    ObjectName name = cursor.name();
    return FoldedName.of(name.toString());
  }

  private Effect change(SessionPart part, String name, Scope scope) {
    if (!cursor.acceptSymbol('=')) {
      cursor.accept("to");
    }
    return new ChangesSession(part, name, cursor.rest(), scope, offset);
  }
}
