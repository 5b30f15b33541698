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
import org.jooq.Field;
import org.jooq.Table;

/**
 * Rows in every table of the schema, enough for a planner to prefer indexes; what they hold means
 * nothing. Knows the tables from the generated code alone, so that new ones are filled too.
 */
final class FilledDatabase {

  private static final int ROWS = 2_000;

  private FilledDatabase() {}

  static void fill(Connection connection) throws SQLException {
    connection.setAutoCommit(false);
    for (Table<?> table : parentsFirst()) {
      fill(connection, table);
    }
    connection.commit();
    connection.setAutoCommit(true);
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

  private static void fill(Connection connection, Table<?> table) throws SQLException {
    Field<?>[] columns = table.fields();
    String names =
        List.of(columns).stream()
            .map(column -> '"' + column.getName() + '"')
            .collect(Collectors.joining(", "));
    String places = List.of(columns).stream().map(c -> "?").collect(Collectors.joining(", "));
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into %s (%s) values (%s)".formatted(table.getName(), names, places))) {
      for (int row = 1; row <= ROWS; row++) {
        for (int column = 0; column < columns.length; column++) {
          insert.setObject(column + 1, value(columns[column], row));
        }
        insert.addBatch();
      }
      insert.executeBatch();
    }
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
