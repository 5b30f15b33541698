package dev.aludel.migrations.dialect.sqlite;

import dev.aludel.migrations.dialect.sqlite.ConstraintText.Kind;
import dev.aludel.migrations.sql.Token;
import java.util.ArrayList;
import java.util.List;

/** Reads one constraint, or other property, of a column or a table. */
final class ConstraintTextParser {
  private final TableTokens tokens;
  private final List<String> columns = new ArrayList<>();

  ConstraintTextParser(TableTokens tokens) {
    this.tokens = tokens;
  }

  ConstraintText parse() {
    int first = tokens.index();
    Token name = tokens.accept("constraint") ? tokens.next() : null;
    Kind kind = kind();
    if (tokens.index() == first) {
      tokens.skipOne(); // whatever it is, it stays what it is
    }
    return new ConstraintText(kind, name, tokens.spanFrom(first), columns, tokens.since(first));
  }

  private Kind kind() {
    if (tokens.accept("primary", "key")) {
      columns.addAll(tokens.columnList());
      if (!tokens.accept("asc")) {
        tokens.accept("desc");
      }
      skipConflictClause();
      tokens.accept("autoincrement");
      return Kind.PRIMARY_KEY;
    }
    if (tokens.accept("unique")) {
      columns.addAll(tokens.columnList());
      skipConflictClause();
      return Kind.UNIQUE;
    }
    if (tokens.accept("check")) {
      tokens.skipOne();
      skipConflictClause();
      return Kind.CHECK;
    }
    if (tokens.accept("foreign", "key")) {
      columns.addAll(tokens.columnList());
    }
    return tokens.accept("references") ? references() : columnProperty();
  }

  private Kind columnProperty() {
    if (tokens.accept("not", "null")) {
      skipConflictClause();
      return Kind.NOT_NULL;
    }
    if (tokens.accept("null")) {
      skipConflictClause();
      return Kind.NULL;
    }
    if (tokens.accept("default")) {
      tokens.skipValue();
      return Kind.DEFAULT;
    }
    if (tokens.accept("collate")) {
      tokens.next();
      return Kind.COLLATE;
    }
    if (tokens.accept("generated", "always", "as") || tokens.accept("as")) {
      tokens.skipOne();
      if (!tokens.accept("stored")) {
        tokens.accept("virtual");
      }
      return Kind.GENERATED;
    }
    return skipDeferrable() ? Kind.DEFERRABLE : Kind.OTHER;
  }

  private Kind references() {
    tokens.next();
    tokens.columnList();
    boolean more = true;
    while (more) {
      more = skipReferenceClause();
    }
    return Kind.FOREIGN_KEY;
  }

  private boolean skipReferenceClause() {
    if (tokens.accept("on", "delete")
        || tokens.accept("on", "update")
        || tokens.accept("on", "insert")) {
      if (!tokens.accept("set")) {
        tokens.accept("no");
      }
      tokens.next();
      return true;
    }
    if (tokens.accept("match")) {
      tokens.next();
      return true;
    }
    return skipDeferrable();
  }

  private boolean skipDeferrable() {
    if (!tokens.accept("not", "deferrable") && !tokens.accept("deferrable")) {
      return false;
    }
    if (!tokens.accept("initially", "deferred")) {
      tokens.accept("initially", "immediate");
    }
    return true;
  }

  private void skipConflictClause() {
    if (tokens.accept("on", "conflict")) {
      tokens.next();
    }
  }
}
