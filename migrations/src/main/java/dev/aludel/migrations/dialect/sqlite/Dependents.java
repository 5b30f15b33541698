package dev.aludel.migrations.dialect.sqlite;

import dev.aludel.migrations.operation.TableChange;
import dev.aludel.migrations.script.ScriptException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Views, triggers and foreign keys as they worked before a change of {@code table}: what worked
 * must go on working, and no view may lose a column.
 */
final class Dependents {
  private final ScratchSchema schema;
  private final String table;
  private final Working before;

  private Dependents(ScratchSchema schema, String table) {
    this.schema = schema;
    this.table = table;
    this.before = Working.now(schema, table);
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
    Working after = Working.now(schema, table);
    refuse(
        before.lostBy(after),
        "the table %s cannot be changed so: %s would not work any more. Drop or change what depends"
            + " on it first.",
        writer);
    refuse(
        before.narrowedBy(after),
        "the table %s cannot be changed so: %s shows all of its columns, and PostgreSQL keeps those"
            + " that a view had when it was made. Drop the view first, and make it again behind the"
            + " change.",
        writer);
  }

  private void refuse(List<String> dependents, String reason, SqliteTableWriter writer) {
    if (!dependents.isEmpty()) {
      throw writer.refusal(reason.formatted(table, String.join(", ", dependents)));
    }
  }

  /**
   * What works.
   *
   * @param views each with the columns that it shows
   * @param others triggers with the statements that they let a table take, and foreign keys
   */
  private record Working(Map<String, List<String>> views, Map<String, List<String>> others) {

    static Working now(ScratchSchema schema, String table) {
      Map<String, List<String>> views = new TreeMap<>();
      for (String view : schema.column("select name from sqlite_schema where type = 'view'")) {
        if (schema.compiles("select * from " + SqlText.name(view))) {
          views.put("the view " + view, schema.columns(view));
        }
      }
      Map<String, List<String>> others = new TreeMap<>();
      for (List<String> trigger :
          schema.rows("select name, tbl_name from sqlite_schema where type = 'trigger'")) {
        others.put("the trigger " + trigger.get(0), firing(schema, trigger.get(1)));
      }
      for (String referrer : schema.referrers(table)) {
        if (schema.canCheckForeignKeys(referrer)) {
          others.put("the foreign key of " + referrer, List.of());
        }
      }
      return new Working(views, others);
    }

    /** What does not work in {@code after}. */
    List<String> lostBy(Working after) {
      Stream<String> lostViews =
          views.keySet().stream().filter(view -> !after.views.containsKey(view));
      return Stream.concat(lostViews, less(others, after.others)).sorted().toList();
    }

    /** The views that work in {@code after}, and show fewer columns. */
    List<String> narrowedBy(Working after) {
      return less(views, after.views).filter(after.views::containsKey).toList();
    }

    private static Stream<String> less(
        Map<String, List<String>> before, Map<String, List<String>> after) {
      return before.entrySet().stream()
          .filter(
              one ->
                  !after.containsKey(one.getKey())
                      || !after.get(one.getKey()).containsAll(one.getValue()))
          .map(Map.Entry::getKey);
    }

    // What can be done to a table while all of its triggers work. A view takes only what it has an
    // "instead of" trigger for.
    private static List<String> firing(ScratchSchema schema, String on) {
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
}
