package dev.aludel.migrations.dialect.sqlite;

import dev.aludel.migrations.dialect.TranslatedStatement;
import dev.aludel.migrations.dialect.sqlite.ScratchSchema.ForeignKeyText;
import dev.aludel.migrations.script.ScriptStatement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The rows of a table as a change finds them: with the columns that the changes before it add, and
 * without those that they drop, though the table is still what it was.
 */
final class RowSource {
  private static final int SHOWN_LENGTH = 60;
  private static final String ROW_ID = "aludel_rowid";

  private final String table;
  private final List<String> key;
  private final String rowId;
  private final Set<ForeignKeyText> foreignKeys;
  private final Map<String, String> columns = new LinkedHashMap<>();
  private boolean changed;

  RowSource(ScratchSchema schema, String table) {
    this.table = table;
    this.key = schema.primaryKey(table);
    this.rowId = schema.rowIdName(table).orElse("");
    this.foreignKeys = schema.foreignKeys(table);
    schema.columns(table).forEach(column -> columns.put(column, SqlText.name(column)));
  }

  String table() {
    return table;
  }

  List<String> columns() {
    return List.copyOf(columns.keySet());
  }

  /** Whether the rows that are there have been held to {@code key} before. */
  boolean hadForeignKey(ForeignKeyText key) {
    return foreignKeys.contains(key);
  }

  /** A column is added; {@code value} is what it has in the rows that are there. */
  void add(String column, String value) {
    columns.put(column, "(" + value + ")");
    changed = true;
  }

  void drop(String column) {
    changed |= columns.keySet().removeIf(other -> SqlText.sameName(other, column));
  }

  /** What a query selects from, under the name {@code alias}. */
  String from(String alias) {
    String name = SqlText.name(alias);
    String stored = "main." + SqlText.name(table);
    if (!changed) {
      return stored + (alias.equals(table) ? "" : " as " + name);
    }
    List<String> values = new ArrayList<>();
    keyValues().forEach((column, value) -> values.add(value + " as " + column));
    columns.forEach((column, value) -> values.add(value + " as " + SqlText.name(column)));
    return "(select %s from %s) as %s".formatted(String.join(", ", values), stored, name);
  }

  // The key is told by names of its own: it may be among the columns that go.
  private Map<String, String> keyValues() {
    Map<String, String> values = new LinkedHashMap<>();
    if (key.isEmpty() && !rowId.isEmpty()) {
      values.put(unused(ROW_ID), rowId);
    }
    for (int i = 0; i < key.size(); i++) {
      values.put(unused("aludel_key" + i), SqlText.name(key.get(i)));
    }
    return values;
  }

  private String unused(String wanted) {
    boolean used = columns.keySet().stream().anyMatch(column -> SqlText.sameName(column, wanted));
    return used ? unused(wanted + "_") : wanted;
  }

  /** A guard that names the rows for which {@code condition} holds, and their {@code shown}. */
  TranslatedStatement guard(
      String condition, List<String> shown, ScriptStatement origin, String complaint) {
    String row = shown.isEmpty() ? rowName() : rowName() + " || ': ' || " + shown(shown);
    return TranslatedStatement.guard(
        "select %s from %s where %s".formatted(row, from(table), condition), origin, complaint);
  }

  private String rowName() {
    List<String> names = new ArrayList<>(keyValues().keySet());
    List<String> values = changed ? names : List.copyOf(keyValues().values());
    if (key.isEmpty()) {
      return values.isEmpty() ? "'a row'" : "'row ' || " + values.get(0);
    }
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < key.size(); i++) {
      parts.add(SqlText.text(key.get(i) + " ") + " || " + quoted(values.get(i)));
    }
    return String.join(" || ', ' || ", parts);
  }

  static String shown(List<String> columns) {
    return columns.stream()
        .map(column -> quoted(SqlText.name(column)))
        .collect(Collectors.joining(" || ', ' || "));
  }

  private static String quoted(String value) {
    return "substr(quote(%s), 1, %d)".formatted(value, SHOWN_LENGTH);
  }
}
