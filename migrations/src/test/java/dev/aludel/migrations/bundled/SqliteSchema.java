package dev.aludel.migrations.bundled;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** A SQLite schema as SQLite's own pragmas tell it, a line for each thing. */
final class SqliteSchema {
  private static final String TABLES =
      """
      select l.name, 'table ' || l.name || ' strict=' || l.strict || ' without_rowid=' || l.wr
      from pragma_table_list l
      where l.schema = 'main' and l.name not in ('sqlite_schema', 'alembic_version', 'aludel_journal')
      """;
  private static final String COLUMNS =
      """
      select cid, name, type, "notnull", pk, hidden, trim(coalesce(dflt_value, 'none'), '''()')
      from pragma_table_xinfo('%s') order by cid
      """;
  private static final String INDEXES =
      """
      select i.name || ' unique=' || i."unique" || ' origin=' || i.origin || ' partial=' || i.partial
        || ' (' || (select group_concat(x.name || ' ' || x.coll || ' desc=' || x.desc, ', ' order by x.seqno)
          from pragma_index_xinfo(i.name) x where x.key = 1) || ')'
      from pragma_index_list('%s') i
      """;
  private static final String FOREIGN_KEYS =
      """
      select '(' || group_concat(f."from", ', ' order by f.seq) || ') to ' || f."table"
        || ' (' || group_concat(f."to", ', ' order by f.seq) || ') on update ' || f.on_update
        || ' on delete ' || f.on_delete || ' match ' || f."match"
      from pragma_foreign_key_list('%s') f group by f.id
      """;

  private SqliteSchema() {}

  static List<String> of(TestedDatabase database) {
    List<String> lines = new ArrayList<>();
    for (var table : database.query(TABLES)) {
      String name = String.valueOf(table.get(0));
      lines.add(String.valueOf(table.get(1)));
      for (var column : database.query(COLUMNS.formatted(name))) {
        lines.add(column(name, column));
      }
      for (String index : database.column(INDEXES.formatted(name))) {
        lines.add("index on " + name + ": " + index);
      }
      for (String key : database.column(FOREIGN_KEYS.formatted(name))) {
        lines.add("foreign key of " + name + ": " + key);
      }
    }
    for (String other :
        database.column(
            "select type || ' ' || name from sqlite_schema where type in ('view', 'trigger')")) {
      lines.add(String.valueOf(other));
    }
    Collections.sort(lines);
    return lines;
  }

  private static String column(String table, List<String> column) {
    String type = column.get(2);
    // Only "integer", word for word, makes a primary key the rowid.
    boolean countsByItself = !column.get(4).equals("0") && type.equalsIgnoreCase("integer");
    return "column %s.%s at %s: %s%s not_null=%s key=%s hidden=%s default=%s"
        .formatted(
            table,
            column.get(1),
            column.get(0),
            affinity(type.toUpperCase(Locale.ROOT)),
            countsByItself ? " rowid" : "",
            column.get(3),
            column.get(4),
            column.get(5),
            column.get(6));
  }

  // https://www.sqlite.org/datatype3.html, 3.1
  private static String affinity(String type) {
    if (type.contains("INT")) {
      return "INTEGER";
    }
    if (type.contains("CHAR") || type.contains("CLOB") || type.contains("TEXT")) {
      return "TEXT";
    }
    if (type.isEmpty() || type.contains("BLOB")) {
      return "BLOB";
    }
    return type.contains("REAL") || type.contains("FLOA") || type.contains("DOUB")
        ? "REAL"
        : "NUMERIC";
  }
}
