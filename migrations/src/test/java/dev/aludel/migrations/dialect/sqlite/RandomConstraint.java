package dev.aludel.migrations.dialect.sqlite;

import static dev.aludel.migrations.dialect.sqlite.RandomSql.pick;
import static dev.aludel.migrations.dialect.sqlite.RandomSql.some;

import java.util.List;
import java.util.random.RandomGenerator;

/** Constraints at random: keys, checks, foreign keys, with all that can be said of each. */
final class RandomConstraint {
  static final List<String> ACTIONS =
      List.of("cascade", "set null", "set default", "restrict", "no action");
  private static final List<String> CONFLICTS =
      List.of(
          "",
          "",
          "",
          "on conflict rollback",
          "on conflict abort",
          "on conflict ignore",
          "on conflict fail",
          "on conflict replace");

  private final RandomGenerator random;
  private final RandomSql sql;
  private final RandomExpression expression;
  private final String table;
  private final List<String> columns;

  RandomConstraint(
      RandomGenerator random,
      RandomSql sql,
      RandomExpression expression,
      String table,
      List<String> columns) {
    this.random = random;
    this.sql = sql;
    this.expression = expression;
    this.table = table;
    this.columns = columns;
  }

  void name() {
    if (random.nextInt(3) == 0) {
      sql.words("constraint").name(pick(random, List.of("c1", "c2", "c3", "a c", "select", "x")));
    }
  }

  void keyOfColumn() {
    name();
    sql.words(pick(random, List.of("primary key", "primary key asc", "primary key desc")));
    conflict();
    if (random.nextInt(3) == 0) {
      sql.words("autoincrement");
    }
  }

  void ofColumn() {
    switch (random.nextInt(5)) {
      case 0 -> sql.words("not null");
      case 1 -> sql.words("null");
      case 2 -> sql.words("unique");
      case 3 -> {
        check();
        return;
      }
      default -> {
        references();
        return;
      }
    }
    conflict();
  }

  void ofTable(boolean key) {
    name();
    if (key) {
      primaryKey();
      return;
    }
    switch (random.nextInt(3)) {
      case 0 -> {
        sql.words("unique");
        keyColumns();
        conflict();
      }
      case 1 -> {
        check();
        conflict();
      }
      default -> foreignKey();
    }
  }

  private void primaryKey() {
    sql.words("primary key");
    if (random.nextInt(5) == 0) {
      sql.token("(").name(pick(random, columns)).words("autoincrement )");
    } else {
      keyColumns();
    }
    conflict();
  }

  private void conflict() {
    String clause = pick(random, CONFLICTS);
    if (!clause.isEmpty()) {
      sql.words(clause);
    }
  }

  private void check() {
    sql.words("check (");
    expression.condition();
    sql.token(")");
  }

  private void references() {
    sql.words("references");
    if (random.nextInt(3) == 0) {
      sql.name(table).references(List.of(pick(random, columns)));
    } else {
      sql.name("parent");
      if (random.nextBoolean()) {
        sql.references(List.of("id"));
      }
    }
    actions();
  }

  private void foreignKey() {
    List<String> own = some(random, columns, 1, 2);
    sql.words("foreign key").references(own);
    if (own.size() == 1) {
      references();
    } else {
      sql.words("references").name("parent").references(List.of("id", "code"));
      actions();
    }
  }

  private void actions() {
    for (int i = random.nextInt(3); i > 0; i--) {
      switch (random.nextInt(5)) {
        case 0 -> sql.words(pick(random, List.of("match full", "match simple")));
        case 4 -> sql.words("on insert cascade");
        case 1 -> sql.words("on update " + pick(random, ACTIONS));
        default -> sql.words("on delete " + pick(random, ACTIONS));
      }
    }
    if (random.nextInt(3) == 0) {
      sql.words(
          pick(
              random,
              List.of(
                  "deferrable",
                  "not deferrable initially immediate",
                  "deferrable initially deferred")));
    }
  }

  private void keyColumns() {
    sql.token("(");
    boolean more = false;
    for (String column : some(random, columns, 1, 3)) {
      if (more) {
        sql.token(",");
      }
      sql.name(column);
      if (random.nextInt(3) == 0) {
        sql.words(pick(random, List.of("collate nocase", "desc", "asc")));
      }
      more = true;
    }
    sql.token(")");
  }
}
