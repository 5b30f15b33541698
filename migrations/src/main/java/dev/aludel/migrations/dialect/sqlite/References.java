package dev.aludel.migrations.dialect.sqlite;

import dev.aludel.migrations.dialect.sqlite.ConstraintText.Kind;
import dev.aludel.migrations.dialect.sqlite.ScratchSchema.StoredTable;
import dev.aludel.migrations.effect.ObjectName;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What refers to the tables that a statement names, by the schema as it is when it would run. */
record References(ScratchSchema schema) {
  private static final Set<String> ACTIONS = Set.of("CASCADE", "SET NULL", "SET DEFAULT");

  /** When a foreign key does something to the rows that refer. */
  enum Event {
    DELETE("on_delete"),
    UPDATE("on_update");

    private final String column;

    Event(String column) {
      this.column = column;
    }
  }

  /** The table of the main schema that {@code name} means; empty if it means none. */
  Optional<String> mainTable(ObjectName name) {
    boolean main = name.schema().equals("main") || (name.schema().isEmpty() && !isHidden(name));
    return main ? schema.table(name.name()).map(StoredTable::name) : Optional.empty();
  }

  private boolean isHidden(ObjectName name) {
    return schema.isHidden(name.name())
        || !schema
            .column(
                "select 1 from temp.sqlite_schema where type in ('table', 'view')"
                    + " and name = ? collate nocase",
                name.name())
            .isEmpty();
  }

  /** The tables with a foreign key to {@code table}, but for itself. */
  List<String> others(String table) {
    return schema.referrers(table).stream()
        .filter(referrer -> !SqlText.sameName(referrer, table))
        .toList();
  }

  /** Whether a foreign key of {@code table} to itself keeps SQLite from deleting its rows. */
  boolean restrictsItself(String table) {
    return !schema
        .column(
            "select 1 from pragma_foreign_key_list(?1) where \"table\" = ?1 collate nocase"
                + " and upper(on_delete) = 'RESTRICT'",
            table)
        .isEmpty();
  }

  /** The foreign keys of other tables to {@code table}, each as {@code k_r_fkey of k}. */
  List<String> keysOfOthers(String table) {
    return others(table).stream().flatMap(referrer -> keys(referrer, table).stream()).toList();
  }

  // What the copy of the schema lacks has no names here.
  private List<String> keys(String referrer, String table) {
    List<String> keys =
        schema.foreignKeys(referrer).stream()
            .filter(key -> SqlText.sameName(key.parent(), table))
            .map(key -> nameOf(referrer, key.columns()) + " of " + referrer)
            .sorted()
            .toList();
    return keys.isEmpty() ? List.of("one of " + referrer) : keys;
  }

  private String nameOf(String table, List<String> columns) {
    return schema.table(table).map(stored -> TableTextParser.parse(stored.sql())).stream()
        .flatMap(
            text ->
                text.all().stream()
                    .filter(constraint -> constraint.kind() == Kind.FOREIGN_KEY)
                    .filter(key -> folded(text.columnsOf(key)).equals(columns)))
        .flatMap(key -> key.givenName().stream())
        .findFirst()
        .orElseGet(() -> DefaultName.of(table, String.join("_", columns), "fkey"));
  }

  private static List<String> folded(List<String> names) {
    return names.stream().map(SqlText::folded).toList();
  }

  /** Whether a foreign key to {@code table} names one of {@code columns} there. */
  boolean isKeyOfOne(String table, List<String> columns) {
    List<String> keys =
        schema.column(
            "select distinct coalesce(f.\"to\", (select name from pragma_table_xinfo(?1) where pk = f.seq + 1))"
                + " from sqlite_schema s cross join pragma_foreign_key_list(s.name) f"
                + " where s.type = 'table' and instr(lower(s.sql), 'references') > 0"
                + " and f.\"table\" = ?1 collate nocase",
            table);
    return columns.stream()
        .anyMatch(column -> keys.stream().anyMatch(key -> SqlText.sameName(key, column)));
  }

  /** Whether a foreign key to {@code table} changes rows on {@code event}. */
  boolean act(String table, Event event) {
    return schema
        .column(
            "select upper(f."
                + event.column
                + ") from sqlite_schema s cross join pragma_foreign_key_list(s.name) f"
                + " where s.type = 'table' and f.\"table\" = ?1 collate nocase",
            table)
        .stream()
        .anyMatch(ACTIONS::contains);
  }
}
