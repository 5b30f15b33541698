package dev.aludel.migrations.dialect.sqlite;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What SQLite itself says of a database. */
final class SchemaDump {
  /** What {@link #orphans} says of a table whose keys refer to no key. */
  static final String UNCHECKED = "cannot be checked";

  private final Connection connection;

  SchemaDump(Connection connection) {
    this.connection = connection;
  }

  /** All rows, their values as text. */
  List<List<String>> rows(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      List<List<String>> rows = new ArrayList<>();
      while (result.next()) {
        List<String> row = new ArrayList<>();
        for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
          row.add(String.valueOf(result.getString(i)));
        }
        rows.add(row);
      }
      return rows;
    }
  }

  List<String> column(String sql) throws SQLException {
    return rows(sql).stream().map(row -> row.get(0)).toList();
  }

  /** Everything: all objects with their texts, all rows of all tables. */
  Map<String, List<List<String>>> everything() throws SQLException {
    Map<String, List<List<String>>> all = new TreeMap<>();
    all.put("", rows("select type, name, tbl_name, sql from main.sqlite_schema"));
    for (String table : column("select name from main.sqlite_schema where type = 'table'")) {
      all.put(table, tableRows(table));
    }
    return all;
  }

  /** The rows of a table: their rowid, and each value with its type. */
  List<List<String>> tableRows(String table) throws SQLException {
    List<String> columns =
        column(
            "select name from pragma_table_xinfo(%s, 'main') where hidden <> 1"
                .formatted(SqlText.text(table)));
    String values =
        columns.stream()
            .map(SqlText::name)
            .map(name -> "typeof(" + name + ") || ' ' || quote(" + name + ")")
            .collect(Collectors.joining(", "));
    String from = " from main." + SqlText.name(table);
    for (String rowId : List.of("rowid", "_rowid_", "oid")) {
      if (!columns.contains(rowId) && hasRowId(table)) {
        return sorted(rows("select " + rowId + ", " + values + from));
      }
    }
    return sorted(rows("select 'no rowid', " + values + from));
  }

  private boolean hasRowId(String table) throws SQLException {
    return kind(table).stream().noneMatch(kind -> kind.get(1).equals("1"));
  }

  static List<List<String>> sorted(List<List<String>> rows) {
    return rows.stream().sorted((a, b) -> a.toString().compareTo(b.toString())).toList();
  }

  /** One list for each column: name, type, not null, default, place in the key, hidden. */
  List<List<String>> columns(String table) throws SQLException {
    return rows(
        "select name, type, \"notnull\", dflt_value, pk, hidden from pragma_table_xinfo("
            + SqlText.text(table)
            + ", 'main') order by cid");
  }

  /** The indexes, those of constraints without their names, with what each column of them is. */
  List<List<String>> indexes(String table) throws SQLException {
    return sorted(
        rows(
            "select iif(l.origin = 'c', l.name, ''), l.\"unique\", l.origin, l.partial, (select"
                + " group_concat(coalesce(x.name, x.cid) || x.desc || x.coll || x.key, ',') from"
                + " pragma_index_xinfo(l.name, 'main') x where x.key = 1) from pragma_index_list("
                + SqlText.text(table)
                + ", 'main') l"));
  }

  List<List<String>> foreignKeys(String table) throws SQLException {
    return sorted(
        rows(
            "select lower(\"table\"), group_concat(\"from\" || '>' || coalesce(\"to\", '')),"
                + " on_update, on_delete, \"match\" from pragma_foreign_key_list("
                + SqlText.text(table)
                + ", 'main') group by id"));
  }

  /** Whether it is strict, and without rowids. */
  List<List<String>> kind(String table) throws SQLException {
    return rows(
        "select strict, wr, type from pragma_table_list where schema = 'main' and name collate"
            + " nocase = "
            + SqlText.text(table));
  }

  /** What breaks a foreign key; tables whose keys cannot be checked are left out. */
  List<List<String>> orphans() throws SQLException {
    List<List<String>> orphans = new ArrayList<>();
    for (String table : column("select name from main.sqlite_schema where type = 'table'")) {
      try {
        orphans.addAll(
            rows(
                "select \"table\", rowid, parent from pragma_foreign_key_check("
                    + SqlText.text(table)
                    + ", 'main')"));
      } catch (SQLException e) {
        orphans.add(List.of(table, UNCHECKED));
      }
    }
    return sorted(orphans);
  }

  /** The texts of all that is not the table, by name. */
  Map<String, String> others(String table) throws SQLException {
    Map<String, String> others = new TreeMap<>();
    for (List<String> row :
        rows("select name, sql from main.sqlite_schema where sql is not null order by name")) {
      if (!SqlText.sameName(row.get(0), table)) {
        others.put(row.get(0), row.get(1));
      }
    }
    return others;
  }

  /** The table's own text. */
  String text(String table) throws SQLException {
    return column(
            "select sql from main.sqlite_schema where type = 'table' and name collate nocase = "
                + SqlText.text(table))
        .get(0);
  }

  /** The rows of all tables but {@code table}, SQLite's own aside. */
  Map<String, List<List<String>>> otherRows(String table) throws SQLException {
    Map<String, List<List<String>>> all = new TreeMap<>();
    for (String other :
        column(
            "select name from main.sqlite_schema where type = 'table' and name not like"
                + " 'sqlite%'")) {
      if (!SqlText.sameName(other, table)) {
        all.put(other, tableRows(other));
      }
    }
    return all;
  }

  /** All that the pragmas say of a table; texts and the order of indexes aside. */
  Map<String, Object> pragmas(String table) throws SQLException {
    Map<String, Object> pragmas = new TreeMap<>();
    pragmas.put("columns", columns(table));
    pragmas.put("indexes", indexes(table));
    pragmas.put("foreign keys", foreignKeys(table));
    pragmas.put("kind", kind(table));
    return pragmas;
  }
}
