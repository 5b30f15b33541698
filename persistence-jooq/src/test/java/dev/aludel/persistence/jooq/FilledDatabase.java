package dev.aludel.persistence.jooq;

import dev.aludel.persistence.jooq.generated.DefaultSchema;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.Field;
import org.jooq.Index;
import org.jooq.SortField;
import org.jooq.Table;

/**
 * Rows in every table of the schema, enough for a planner to prefer indexes; what they hold means
 * nothing. Knows the tables from the generated code alone, so that new ones are filled too.
 */
final class FilledDatabase {

  static final int ROWS = 2_000;

  /** What the rows hold besides their keys. */
  enum Values {
    DIFFERENT,
    /** The same in every row: whatever is asked for is found in all rows or in none. */
    ALIKE
  }

  private FilledDatabase() {}

  static void fill(Connection connection) throws SQLException {
    insert(connection, Values.DIFFERENT, 1, ROWS);
    analyze(connection);
  }

  /** Adds rows with these numbers to every table. */
  static void insert(Connection connection, Values values, int first, int last)
      throws SQLException {
    connection.setAutoCommit(false);
    for (Table<?> table : parentsFirst()) {
      insert(connection, table, values, first, last);
    }
    connection.commit();
    connection.setAutoCommit(true);
  }

  static void analyze(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("analyze");
    }
  }

  private static Set<Table<?>> parentsFirst() {
    Set<Table<?>> ordered = new LinkedHashSet<>();
    List<Table<?>> left = new ArrayList<>(DefaultSchema.DEFAULT_SCHEMA.getTables());
    while (!left.isEmpty()) {
      left.removeIf(
          table -> {
            Set<Table<?>> parents = new HashSet<>();
            table.getReferences().forEach(key -> parents.add(key.getKey().getTable()));
            parents.remove(table);
            return ordered.containsAll(parents) && ordered.add(table);
          });
    }
    return ordered;
  }

  private static void insert(
      Connection connection, Table<?> table, Values values, int first, int last)
      throws SQLException {
    Field<?>[] columns = table.fields();
    String names =
        List.of(columns).stream()
            .map(column -> '"' + column.getName() + '"')
            .collect(Collectors.joining(", "));
    String places = List.of(columns).stream().map(c -> "?").collect(Collectors.joining(", "));
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into %s (%s) values (%s)".formatted(table.getName(), names, places))) {
      for (int row = first; row <= last; row++) {
        for (int column = 0; column < columns.length; column++) {
          boolean alike = values == Values.ALIKE && !isInAKey(table, columns[column]);
          insert.setObject(column + 1, value(columns[column], alike ? 1 : row));
        }
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  private static boolean isInAKey(Table<?> table, Field<?> column) {
    return Stream.concat(
            table.getKeys().stream().flatMap(key -> key.getFields().stream()),
            table.getIndexes().stream()
                .filter(Index::getUnique)
                .flatMap(index -> index.getFields().stream())
                .map(SortField::$field))
        .anyMatch(column::equals);
  }

  // The same number everywhere in a row: every key is unique, and every reference finds its row.
  private static Object value(Field<?> column, int row) {
    Class<?> type = column.getType();
    if (type == String.class) {
      return String.valueOf(row);
    }
    if (type == Boolean.class) {
      // What is asked for is rare: the unresolved among the resolved.
      return row % 50 != 0;
    }
    if (type == byte[].class) {
      return new byte[] {(byte) row};
    }
    if (type == Double.class) {
      return (double) row / ROWS;
    }
    return (long) row;
  }
}
