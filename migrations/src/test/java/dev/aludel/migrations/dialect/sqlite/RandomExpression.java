package dev.aludel.migrations.dialect.sqlite;

import static dev.aludel.migrations.dialect.sqlite.RandomSql.pick;

import java.util.List;
import java.util.random.RandomGenerator;

/** Expressions over the columns of a table, as they stand in checks and generated columns. */
final class RandomExpression {
  private final RandomGenerator random;
  private final RandomSql sql;
  private final String table;
  private final List<String> columns;

  RandomExpression(RandomGenerator random, RandomSql sql, String table, List<String> columns) {
    this.random = random;
    this.sql = sql;
    this.table = table;
    this.columns = columns;
  }

  /** A condition that holds for most rows. */
  void condition() {
    switch (random.nextInt(11)) {
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
      case 4 -> {
        sql.words("case when");
        column().words("is null then true when");
        qualified().words("in ( 77 , 'y' ) then false else 1 end");
      }
      case 5 -> column().words("not between 60 and 70 or").token("\"no such column\"").words("= 1");
      case 6 -> {
        sql.words("cast (");
        column().words("as").token("\"my type\"").words(") is not x'77'");
      }
      case 7 -> column().words("not like 'a!_b%' escape '!' and 1 - - 1 = 2");
      case 8 -> {
        sql.words("( ( (");
        column().words(") ) is distinct from 66 )");
      }
      case 9 -> {
        sql.words("coalesce ( json_valid (");
        column().words(") , 1 ) in ( 0 , 1 )");
      }
      default -> sql.words("1");
    }
  }

  /** A value made of one of the first {@code count} columns. */
  void value(int count) {
    String column = columns.get(random.nextInt(count));
    switch (random.nextInt(4)) {
      case 0 -> sql.words("length (").reference(column).words(") + 1");
      case 1 -> sql.words("coalesce (").reference(column).words(", 'none, (' )");
      default -> sql.reference(column).words("|| 'g'");
    }
  }

  private RandomSql column() {
    return sql.reference(pick(random, columns));
  }

  private RandomSql qualified() {
    if (random.nextInt(4) == 0) {
      sql.words("main").token(".");
    }
    return sql.name(table).token(".").name(pick(random, columns));
  }
}
