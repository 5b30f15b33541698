package dev.aludel.migrations.dialect.sqlite;

import static dev.aludel.migrations.dialect.sqlite.RandomSql.pick;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Names of tables and columns, harmless ones and others. */
final class RandomName {
  private static final List<String> HARMLESS = List.of("a", "b", "x", "name", "Total", "date");
  private static final List<String> HOSTILE =
      List.of(
          "select",
          "a\"b",
          "x y",
          "é",
          "É",
          "日本",
          "😀",
          "key",
          "order",
          "it's",
          "generated",
          "cascade",
          "check",
          "x]y",
          "[",
          "`",
          "'",
          "\"",
          "rowid",
          "oid",
          "_rowid_",
          "length",
          "main",
          "",
          "a.b",
          "line\nbreak",
          "--",
          "/*",
          "%s",
          "_",
          "?",
          "new",
          "old",
          "excluded",
          "aludel_rowid",
          "aludel_key0",
          "aludel_a",
          "k0",
          "1a",
          " a ",
          "true",
          "null",
          "autoincrement",
          "strict",
          "without",
          "stored",
          "values",
          "constraint",
          "primary",
          "t",
          "child");
  private static final List<String> TABLES =
      List.of("t", "t", "t", "t t", "Docs", "select", "é", "t.t", "%", "_", "'", "[t", "true", "x");

  private RandomName() {}

  static String ofTable(RandomGenerator random) {
    return pick(random, TABLES);
  }

  /** Names of columns of one table. */
  static List<String> ofColumns(RandomGenerator random) {
    List<String> names = new ArrayList<>();
    for (int i = 1 + random.nextInt(6); i > 0; i--) {
      String name = pick(random, random.nextInt(3) > 0 ? HARMLESS : HOSTILE);
      if (!names.contains(name)) {
        names.add(name);
      }
    }
    return names;
  }
}
