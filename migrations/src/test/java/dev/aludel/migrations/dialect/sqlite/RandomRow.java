package dev.aludel.migrations.dialect.sqlite;

import static dev.aludel.migrations.dialect.sqlite.RandomSql.pick;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Rows at random, of values that columns of all types make something else of. */
final class RandomRow {
  private static final List<String> VALUES =
      List.of(
          "null",
          "null",
          "0",
          "1",
          "2",
          "5",
          "77",
          "-9223372036854775808",
          "9007199254740993",
          "1.0",
          "1.5",
          "1e300",
          "'x'",
          "'X'",
          "''",
          "'12'",
          "'012'",
          "' 1'",
          "'1e2'",
          "'9223372036854775808'",
          "'2020-01-01'",
          "'a longer text'",
          "'x ' || char(0) || 'y'",
          "x'00'",
          "x''",
          "x'3132'",
          "9e999",
          "-0.0",
          "'é'",
          "'😀😀😀'");

  private RandomRow() {}

  static String value(RandomGenerator random) {
    return pick(random, VALUES);
  }

  /**
   * An insertion of one row.
   *
   * @param rowId a column to be given a number; empty for none
   * @param stored the columns that get values
   */
  static String insert(RandomGenerator random, String table, String rowId, List<String> stored) {
    List<String> names = new ArrayList<>(stored.stream().map(SqlText::name).toList());
    List<String> values = new ArrayList<>(stored.stream().map(column -> value(random)).toList());
    if (!rowId.isEmpty()) {
      names.add(rowId);
      values.add(String.valueOf(random.nextInt(1000)));
    }
    return "insert or ignore into main.%s (%s) values (%s)"
        .formatted(SqlText.name(table), String.join(", ", names), String.join(", ", values));
  }
}
