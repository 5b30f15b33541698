package dev.aludel.migrations.dialect.sqlite;

import static dev.aludel.migrations.dialect.sqlite.RandomSql.pick;
import static dev.aludel.migrations.dialect.sqlite.RandomSql.some;

import java.util.List;
import java.util.random.RandomGenerator;

/** The text of a table at random, over every clause that SQLite's grammar has for it. */
final class RandomTable {
  static final List<String> NAMES =
      List.of(
          "a",
          "b",
          "x",
          "select",
          "a\"b",
          "x y",
          "é",
          "É",
          "日本",
          "key",
          "date",
          "order",
          "it's",
          "generated",
          "cascade",
          "check",
          "x]y",
          "rowid",
          "length",
          "main");
  static final List<String> ACTIONS =
      List.of("cascade", "set null", "set default", "restrict", "no action");
  private static final List<String> TYPES =
      List.of(
          "",
          "",
          "int",
          "integer",
          "bigint",
          "text",
          "varchar ( 20 )",
          "real",
          "double precision",
          "blob",
          "numeric ( 10 , 2 )",
          "numeric",
          "timestamp",
          "unsigned big int",
          "\"my type\"",
          "[odd]",
          "generated always text",
          "boolean",
          "decimal ( +5 , -2 )",
          "'str type'");
  private static final List<String> STRICT_TYPES =
      List.of("int", "integer", "text", "real", "blob", "any");
  private static final List<String> DEFAULTS =
      List.of(
          "0",
          "-1",
          "+ 2.5e-3",
          "'x'",
          "'it''s, ( \"'",
          "x'00'",
          "X'ab'",
          "null",
          "true",
          "current_timestamp",
          "( 1 + 2 )",
          "( abs ( -3 ) )",
          "foo",
          "\"bar\"",
          "( x'ff' )",
          "1_000",
          "0x1F",
          ".5",
          "- .5");
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
  private final String name;
  private final List<String> columns;
  private final boolean strict;
  private boolean primaryKey;

  RandomTable(RandomGenerator random, String name) {
    this.random = random;
    this.sql = new RandomSql(random);
    this.name = name;
    this.columns = some(random, NAMES, 1, 6);
    this.strict = random.nextInt(6) == 0;
  }

  List<String> columns() {
    return columns;
  }

  /** The statement; SQLite may still refuse it. */
  String create() {
    sql.words("create table").name(name).token("(");
    for (int i = 0; i < columns.size(); i++) {
      if (i > 0) {
        sql.token(",");
      }
      column(i);
    }
    int constraints = random.nextInt(4);
    for (int i = 0; i < constraints; i++) {
      // Between two constraints the comma may be missing.
      if (i == 0 || random.nextInt(3) > 0) {
        sql.token(",");
      }
      tableConstraint();
    }
    sql.token(")");
    options();
    return sql.toString();
  }

  private void options() {
    boolean withoutRowId = primaryKey && random.nextInt(5) == 0;
    if (withoutRowId) {
      sql.words("without rowid");
    }
    if (strict) {
      sql.words(withoutRowId ? ", strict" : "strict");
    }
  }

  private void column(int index) {
    sql.name(columns.get(index));
    type();
    if (!primaryKey && random.nextInt(4) == 0) {
      columnKey();
    }
    for (int i = random.nextInt(4); i > 0; i--) {
      constraintName();
      property(index);
    }
    if (random.nextInt(12) == 0) {
      sql.words("constraint").name("dangling");
    }
  }

  private void type() {
    for (String word :
        pick(random, strict ? STRICT_TYPES : TYPES).split(" (?=[(,)+-])|(?<=[(,)]) ", -1)) {
      if (word.startsWith("\"") || word.startsWith("[") || word.startsWith("'")) {
        sql.token(word);
      } else if (!word.isEmpty()) {
        sql.words(word);
      }
    }
  }

  private void columnKey() {
    primaryKey = true;
    constraintName();
    sql.words(pick(random, List.of("primary key", "primary key asc", "primary key desc")));
    conflict();
    if (random.nextInt(3) == 0) {
      sql.words("autoincrement");
    }
  }

  private void constraintName() {
    if (random.nextInt(3) == 0) {
      sql.words("constraint").name(pick(random, List.of("c1", "c2", "c3", "a c", "select", "x")));
    }
  }

  private void property(int index) {
    switch (random.nextInt(index == 0 ? 8 : 9)) {
      case 0 -> {
        sql.words("not null");
        conflict();
      }
      case 1 -> sql.words("null");
      case 2 -> {
        sql.words("unique");
        conflict();
      }
      case 3 -> check();
      case 4, 5 -> {
        sql.words("default");
        sql.token(pick(random, DEFAULTS));
      }
      case 6 -> sql.words("collate").token(pick(random, List.of("nocase", "\"rtrim\"", "Binary")));
      case 7 -> references();
      default -> generated(index);
    }
  }

  private void generated(int index) {
    sql.words(random.nextBoolean() ? "generated always as" : "as").token("(");
    sql.reference(columns.get(random.nextInt(index))).words("|| 'g'").token(")");
    sql.words(pick(random, List.of("virtual", "stored", "stored")));
  }

  private void conflict() {
    String clause = pick(random, CONFLICTS);
    if (!clause.isEmpty()) {
      sql.words(clause);
    }
  }

  private void check() {
    sql.words("check (");
    switch (random.nextInt(5)) {
      case 0 -> column().words("is not 77");
      case 1 -> qualified().words("is not").token("'x, (y'");
      case 2 -> {
        sql.words("length (");
        column().words(") < 90 or typeof (");
        column().words(") <> 'key'");
      }
      case 3 -> {
        column().words("is not 5 and (");
        column().words("collate nocase is not 'select' )");
      }
      default -> sql.words("1");
    }
    sql.token(")");
  }

  private RandomSql column() {
    return sql.reference(pick(random, columns));
  }

  private RandomSql qualified() {
    if (random.nextInt(4) == 0) {
      sql.words("main").token(".");
    }
    return sql.name(name).token(".").name(pick(random, columns));
  }

  private void references() {
    sql.words("references");
    if (random.nextInt(3) == 0) {
      sql.name(name).references(List.of(pick(random, columns)));
    } else {
      sql.name("parent");
      if (random.nextBoolean()) {
        sql.references(List.of("id"));
      }
    }
    actions();
  }

  private void actions() {
    for (int i = random.nextInt(3); i > 0; i--) {
      switch (random.nextInt(4)) {
        case 0 -> sql.words("match full");
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

  private void tableConstraint() {
    constraintName();
    switch (random.nextInt(primaryKey ? 3 : 4)) {
      case 0 -> {
        sql.words("unique");
        keyColumns();
        conflict();
      }
      case 1 -> {
        check();
        conflict();
      }
      case 2 -> {
        sql.words("foreign key").references(List.of(pick(random, columns)));
        references();
      }
      default -> {
        primaryKey = true;
        sql.words("primary key");
        keyColumns();
        conflict();
      }
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
