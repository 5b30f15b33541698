package dev.aludel.migrations.dialect.sqlite;

import dev.aludel.migrations.dialect.sqlite.ConstraintText.Kind;
import dev.aludel.migrations.dialect.sqlite.TableText.ColumnText;
import dev.aludel.migrations.dialect.sqlite.TableText.Span;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What speaks of a column. SQLite itself is asked: it renames the column twice on the scratch
 * schema, and what differs between the two has the column's name in it. So no word of a string, a
 * function or another table is taken for the column. The renaming is undone.
 *
 * @param spans the table's own constraints and properties that name the column, where they stand in
 *     its text
 * @param others indexes, triggers, views and other tables
 */
record ColumnMentions(Set<Span> spans, List<SchemaObject> others) {

  /** An object of the schema; {@code type} is SQLite's word for what it is. */
  record SchemaObject(String type, String name) {
    @Override
    public String toString() {
      return (type.equals("table") ? "the foreign key of " : "the " + type + " ") + name;
    }
  }

  ColumnMentions {
    spans = Set.copyOf(spans);
    others = List.copyOf(others);
  }

  /**
   * Who speaks of {@code column}, which is there.
   *
   * @throws SQLException if SQLite cannot rename it
   */
  static ColumnMentions of(ScratchSchema schema, String table, String column) throws SQLException {
    String sql = schema.table(table).orElseThrow().sql();
    String first = unused(schema, table, "aludel_a");
    String second = unused(schema, table, "aludel_b");
    Savepoint unchanged = Savepoint.of(schema);
    try {
      // With a writable schema SQLite leaves alone what is broken already, a view of a table that
      // is gone for one.
      schema.execute("pragma writable_schema = on");
      List<List<String>> before = renamed(schema, table, column, first);
      List<List<String>> after = renamed(schema, table, first, second);
      return difference(sql, table, before, after);
    } finally {
      unchanged.restore();
      schema.execute("pragma writable_schema = off");
    }
  }

  private static String unused(ScratchSchema schema, String table, String wanted) {
    String name = wanted;
    while (schema.columns(table).contains(name)) {
      name += "_";
    }
    return name;
  }

  private static List<List<String>> renamed(
      ScratchSchema schema, String table, String column, String newName) throws SQLException {
    schema.execute(
        "alter table %s rename column %s to %s"
            .formatted(SqlText.name(table), SqlText.name(column), newName));
    return schema.rows("select type, name, sql from sqlite_schema order by rowid");
  }

  private static ColumnMentions difference(
      String sql, String table, List<List<String>> before, List<List<String>> after) {
    Set<Span> spans = new HashSet<>();
    List<SchemaObject> others = new ArrayList<>();
    for (int i = 0; i < before.size(); i++) {
      String text = before.get(i).get(2);
      String changed = after.get(i).get(2);
      SchemaObject object = new SchemaObject(before.get(i).get(0), before.get(i).get(1));
      if (object.type().equals("table") && SqlText.sameName(object.name(), table)) {
        spans.addAll(differentSpans(sql, text, changed));
      } else if (!text.equals(changed)) {
        others.add(object);
      }
    }
    return new ColumnMentions(spans, others);
  }

  private static Set<Span> differentSpans(String sql, String before, String after) {
    List<ConstraintText> places = TableTextParser.parse(sql).all();
    List<ConstraintText> first = TableTextParser.parse(before).all();
    List<ConstraintText> second = TableTextParser.parse(after).all();
    Set<Span> spans = new HashSet<>();
    for (int i = 0; i < places.size(); i++) {
      if (!first.get(i).words().equals(second.get(i).words())) {
        spans.add(places.get(i).span());
      }
    }
    return spans;
  }

  boolean has(ConstraintText constraint) {
    return spans.contains(constraint.span());
  }

  List<String> indexes() {
    return others.stream()
        .filter(object -> object.type().equals("index"))
        .map(SchemaObject::name)
        .toList();
  }

  /** What neither goes with {@code column} nor works without it. */
  List<String> obstacles(TableText text, String column) {
    List<String> obstacles = new ArrayList<>();
    for (ColumnText owner : text.columns()) {
      if (owner.properties(Kind.GENERATED).anyMatch(this::has)) {
        obstacles.add("the generated column " + owner.value());
      }
    }
    boolean selfReference =
        text.all().stream()
            .filter(constraint -> constraint.kind() == Kind.FOREIGN_KEY && has(constraint))
            .anyMatch(key -> text.columnsOf(key).stream().noneMatch(same(column)));
    if (selfReference) {
      obstacles.add("a foreign key of the table itself");
    }
    others.stream()
        .filter(object -> !object.type().equals("index"))
        .map(SchemaObject::toString)
        .forEach(obstacles::add);
    return obstacles;
  }

  private static Predicate<String> same(String column) {
    return other -> SqlText.sameName(other, column);
  }
}
