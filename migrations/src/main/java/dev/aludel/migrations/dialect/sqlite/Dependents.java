package dev.aludel.migrations.dialect.sqlite;

import dev.aludel.migrations.operation.TableChange;
import dev.aludel.migrations.script.ScriptException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Views, triggers and foreign keys as they worked before a change of {@code table}: what worked
 * must go on working, and no view may lose a column.
 */
final class Dependents {
  private final ScratchSchema schema;
  private final String table;
  private final Map<String, List<String>> before;

  private Dependents(ScratchSchema schema, String table) {
    this.schema = schema;
    this.table = table;
    this.before = working();
  }

  static Dependents now(ScratchSchema schema, String table) {
    return new Dependents(schema, table);
  }

  static ScriptException inTheWay(
      TableChange.DropColumn change,
      String table,
      List<String> obstacles,
      SqliteTableWriter writer) {
    return writer.refusal(
        "the column %s of %s cannot be dropped: %s %s on it. Drop or change what depends on it first."
            .formatted(
                change.column(),
                table,
                String.join(", ", obstacles),
                obstacles.size() == 1 ? "depends" : "depend"));
  }

  /** Refuses what would leave broken what worked. */
  void refuseBroken(SqliteTableWriter writer) {
    Map<String, List<String>> after = working();
    List<String> broken =
        before.entrySet().stream()
            .filter(
                one ->
                    !after.containsKey(one.getKey())
                        || !after.get(one.getKey()).containsAll(one.getValue()))
            .map(Map.Entry::getKey)
            .toList();
    if (!broken.isEmpty()) {
      throw writer.refusal(
          "the table %s cannot be changed so: %s would not work any more. Drop or change what depends on it first."
              .formatted(table, String.join(", ", broken)));
    }
  }

  /** What works now, with the columns that it shows or the statements that it takes. */
  private Map<String, List<String>> working() {
    Map<String, List<String>> working = new TreeMap<>();
    for (String view : schema.column("select name from sqlite_schema where type = 'view'")) {
      if (schema.compiles("select * from " + SqlText.name(view))) {
        working.put("the view " + view, schema.columns(view));
      }
    }
    for (List<String> trigger :
        schema.rows("select name, tbl_name from sqlite_schema where type = 'trigger'")) {
      working.put("the trigger " + trigger.get(0), firing(trigger.get(1)));
    }
    for (String referrer : schema.referrers(table)) {
      if (schema.canCheckForeignKeys(referrer)) {
        working.put("the foreign key of " + referrer, List.of());
      }
    }
    return working;
  }

  // What can be done to a table while all of its triggers work. A view takes only what it has an
  // "instead of" trigger for.
  private List<String> firing(String on) {
    String name = SqlText.name(on);
    String set =
        schema.storedColumns(on).stream()
            .map(SqlText::name)
            .map(column -> column + " = " + column)
            .collect(Collectors.joining(", "));
    Map<String, String> statements =
        Map.of(
            "insert", "insert into " + name + " default values",
            "delete", "delete from " + name,
            "update", "update " + name + " set " + set);
    return statements.keySet().stream()
        .filter(kind -> schema.compiles(String.valueOf(statements.get(kind))))
        .toList();
  }
}
