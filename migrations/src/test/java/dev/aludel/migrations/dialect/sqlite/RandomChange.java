package dev.aludel.migrations.dialect.sqlite;

import static dev.aludel.migrations.dialect.sqlite.RandomSql.pick;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A change of a table, in portable SQL.
 *
 * @param column the column that it is about; a constraint's name for {@link Kind#DROP_CONSTRAINT}
 * @param argument the new type, default or name; empty where there is none
 */
record RandomChange(Kind kind, String table, String column, String argument) {
  private static final List<String> TYPES =
      List.of(
          "integer",
          "bigint",
          "text",
          "varchar(5)",
          "double precision",
          "numeric(10,2)",
          "boolean",
          "timestamp",
          "blob");
  private static final List<String> DEFAULTS =
      List.of("0", "-1.5", "'new'", "null", "current_timestamp", "(1 + 2)", "true");
  private static final List<String> ADDED =
      List.of(
          "integer",
          "text not null",
          "integer not null default 7",
          "text default 'q'",
          "integer unique",
          "integer default 3 unique",
          "integer default (1 + 2)",
          "integer default 1 references parent (id)",
          "integer references parent",
          "integer default 5 check (added < 3)",
          "integer primary key");

  enum Kind {
    SET_TYPE,
    SET_DEFAULT,
    DROP_DEFAULT,
    SET_NOT_NULL,
    DROP_NOT_NULL,
    ADD_UNIQUE,
    ADD_CHECK,
    ADD_FOREIGN_KEY,
    ADD_PRIMARY_KEY,
    DROP_CONSTRAINT,
    ADD_COLUMN,
    DROP_COLUMN,
    RENAME_COLUMN,
    RENAME_TABLE;

    boolean isOneOf(Kind... kinds) {
      return List.of(kinds).contains(this);
    }
  }

  static List<RandomChange> some(RandomGenerator random, String table, List<String> columns) {
    List<RandomChange> changes = new ArrayList<>();
    int count = random.nextInt(3) > 0 ? 1 : 1 + random.nextInt(4);
    for (int i = 0; i < count; i++) {
      RandomChange change = one(random, table, columns);
      changes.add(change);
      if (change.kind.isOneOf(Kind.RENAME_COLUMN, Kind.RENAME_TABLE)) {
        break;
      }
    }
    return changes;
  }

  private static RandomChange one(RandomGenerator random, String table, List<String> columns) {
    Kind kind = pick(random, List.of(Kind.values()));
    String column = random.nextInt(40) == 0 ? "nowhere" : pick(random, columns);
    return switch (kind) {
      case SET_TYPE -> new RandomChange(kind, table, column, pick(random, TYPES));
      case SET_DEFAULT -> new RandomChange(kind, table, column, pick(random, DEFAULTS));
      case DROP_CONSTRAINT ->
          new RandomChange(
              kind,
              table,
              pick(
                  random,
                  List.of(
                      "c1",
                      "c2",
                      "c3",
                      "a c",
                      table + "_pkey",
                      table + "_" + column + "_key",
                      table + "_" + column + "_fkey",
                      table + "_" + column + "_check")),
              "");
      case ADD_COLUMN -> new RandomChange(kind, table, "added", pick(random, ADDED));
      case RENAME_COLUMN, RENAME_TABLE -> new RandomChange(kind, table, column, "new \"name");
      default -> new RandomChange(kind, table, column, "");
    };
  }

  String sql() {
    return "alter table " + SqlText.name(table) + " " + clause(SqlText.name(column));
  }

  private String clause(String name) {
    return switch (kind) {
      case SET_TYPE -> "alter column " + name + " set data type " + argument;
      case SET_DEFAULT -> "alter column " + name + " set default " + argument;
      case DROP_DEFAULT -> "alter column " + name + " drop default";
      case SET_NOT_NULL -> "alter column " + name + " set not null";
      case DROP_NOT_NULL -> "alter column " + name + " drop not null";
      case ADD_UNIQUE -> "add constraint added_key unique (" + name + ")";
      case ADD_CHECK -> "add constraint added_check check (" + operand() + " is null or 1 < 2)";
      case ADD_FOREIGN_KEY ->
          "add foreign key (" + name + ") references parent (id) on delete cascade";
      case ADD_PRIMARY_KEY -> "add primary key (" + name + ")";
      case DROP_CONSTRAINT -> "drop constraint " + name;
      case ADD_COLUMN -> "add column added " + argument;
      case DROP_COLUMN -> "drop column " + name;
      case RENAME_COLUMN -> "rename column " + name + " to " + SqlText.name(argument);
      case RENAME_TABLE -> "rename to " + SqlText.name(argument);
    };
  }

  /** The name of the table after the change. */
  String tableAfter() {
    return kind == Kind.RENAME_TABLE ? argument : table;
  }

  /** Whether rows with a value for each column are taken or refused afterwards as before. */
  boolean leavesRowsAlone() {
    return kind.isOneOf(Kind.SET_DEFAULT, Kind.DROP_DEFAULT, Kind.ADD_CHECK);
  }

  private String operand() {
    return column.matches("[abx]") ? column : "1";
  }
}
