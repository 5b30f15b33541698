package dev.aludel.migrations.dialect.sqlite;

import dev.aludel.migrations.dialect.RememberedSession.Extent;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A database in memory on which statements are tried. Nobody else changes it: what it answered
 * holds until it is changed here.
 */
abstract class ScratchConnection implements AutoCloseable {
  private final Connection connection;
  private final Map<Query, List<List<String>>> answers = new HashMap<>();

  ScratchConnection(Connection connection) {
    this.connection = connection;
  }

  /** A question that was asked. */
  private record Query(String sql, List<String> parameters) {}

  final void execute(String sql) throws SQLException {
    answers.clear();
    executeWithoutChange(sql);
  }

  /** Runs what leaves everything as it is. */
  final void executeWithoutChange(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      statement.execute(sql);
    }
  }

  /** Asks SQLite whether it takes {@code sql}, and runs nothing. */
  final void compile(String sql) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.clearParameters();
    }
  }

  final boolean compiles(String sql) {
    try {
      compile(sql);
      return true;
    } catch (SQLException e) {
      return false; // the answer is the point
    }
  }

  /** The first column of all rows. */
  final List<String> column(String sql, String... parameters) {
    return rows(sql, parameters).stream().map(row -> row.get(0)).toList();
  }

  /**
   * All rows, their values as text; a null as an empty text.
   *
   * @throws IllegalStateException if SQLite does not take the query: it is always ours
   */
  final List<List<String>> rows(String sql, String... parameters) {
    return answers.computeIfAbsent(new Query(sql, List.of(parameters)), this::answer);
  }

  private List<List<String>> answer(Query query) {
    try (PreparedStatement statement = connection.prepareStatement(query.sql())) {
      for (int i = 0; i < query.parameters().size(); i++) {
        statement.setString(i + 1, query.parameters().get(i));
      }
      try (ResultSet result = statement.executeQuery()) {
        return rows(result);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("a query of the schema failed: " + query.sql(), e);
    }
  }

  private static List<List<String>> rows(ResultSet result) throws SQLException {
    List<List<String>> rows = new ArrayList<>();
    int width = result.getMetaData().getColumnCount();
    while (result.next()) {
      List<String> row = new ArrayList<>();
      for (int i = 1; i <= width; i++) {
        String value = result.getString(i);
        row.add(value == null ? "" : value);
      }
      rows.add(List.copyOf(row));
    }
    return List.copyOf(rows);
  }

  /** Takes away what goes with a connection: temporary objects and attached databases. */
  void endSession() throws SQLException {
    answers.clear();
    SqliteSession.bare().putBack(connection, Extent.ALL);
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
