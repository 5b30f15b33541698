package dev.aludel.migrations.dialect.sqlite;

import static dev.aludel.migrations.dialect.sqlite.RandomSql.pick;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;

/** The text of a table at random, over every clause that SQLite's grammar has for it. */
final class RandomTable {
  static final List<String> TYPES =
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
          "'str type'",
          "long varchar character set",
          "char ( 255 , 1.5 )",
          "datetime",
          "stored virtual");
  static final List<String> STRICT_TYPES = List.of("int", "integer", "text", "real", "blob", "any");
  static final List<String> DEFAULTS =
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
          "current_time",
          "( 'a' || ')' )",
          "( cast ( '1' as int ) )",
          "- x'ab'",
          "[q]",
          "- .5");
  private final RandomGenerator random;
  private final RandomSql sql;
  private final RandomExpression expression;
  private final RandomConstraint constraint;
  private final String name;
  private final List<String> columns;
  private final boolean strict;
  private boolean primaryKey;

  RandomTable(RandomGenerator random, String name) {
    this.random = random;
    this.sql = new RandomSql(random);
    this.name = name;
    this.columns = RandomName.ofColumns(random);
    this.expression = new RandomExpression(random, sql, name, columns);
    this.constraint = new RandomConstraint(random, sql, expression, name, columns);
    this.strict = random.nextInt(6) == 0;
  }

  List<String> columns() {
    return columns;
  }

  /** The statement; SQLite may still refuse it. */
  String create() {
    sql.words(random.nextInt(9) == 0 ? "create table if not exists" : "create table");
    if (random.nextInt(9) == 0) {
      sql.words("main").token(".");
    }
    sql.name(name).token("(");
    for (int i = 0; i < columns.size(); i++) {
      if (i > 0) {
        sql.token(",");
      }
      column(i);
    }
    constraints();
    sql.token(")");
    options();
    return sql.toString();
  }

  private void constraints() {
    int count = random.nextInt(4);
    for (int i = 0; i < count; i++) {
      // Between two constraints the comma may be missing.
      if (i == 0 || random.nextInt(3) > 0) {
        sql.token(",");
      }
      boolean key = !primaryKey && random.nextInt(4) == 0;
      primaryKey |= key;
      constraint.ofTable(key);
    }
    if (random.nextInt(15) == 0) {
      sql.words("constraint").name("at the end");
    }
  }

  private void options() {
    List<String> options = new ArrayList<>();
    if (primaryKey && random.nextInt(5) == 0) {
      options.add("without rowid");
    }
    if (strict) {
      options.add("strict");
    }
    if (random.nextBoolean()) {
      Collections.reverse(options);
    }
    if (!options.isEmpty()) {
      sql.words(String.join(" , ", options));
    }
  }

  private void column(int index) {
    sql.name(columns.get(index));
    type();
    if (!primaryKey && random.nextInt(4) == 0) {
      primaryKey = true;
      constraint.keyOfColumn();
    }
    for (int i = random.nextInt(4); i > 0; i--) {
      constraint.name();
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

  private void property(int index) {
    switch (random.nextInt(index == 0 ? 5 : 6)) {
      case 0, 1 -> constraint.ofColumn();
      case 2, 3 -> {
        sql.words("default");
        sql.token(pick(random, DEFAULTS));
      }
      case 4 -> sql.words("collate").token(pick(random, List.of("nocase", "\"rtrim\"", "Binary")));
      default -> generated(index);
    }
  }

  private void generated(int index) {
    sql.words(random.nextBoolean() ? "generated always as" : "as").token("(");
    expression.value(index);
    sql.token(")");
    String kind = pick(random, List.of("virtual", "stored", "stored", ""));
    if (!kind.isEmpty()) {
      sql.words(kind);
    }
  }
}
