package dev.aludel.migrations.dialect.sqlite;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A copy of a database's schema in memory, without rows. Statements are tried on it before the
 * database sees them, and it tells what tables look like in between.
 */
final class ScratchSchema implements AutoCloseable {
  // The tables behind a virtual table come with it; statistics and sequences with their tables.
  private static final String OBJECTS =
      "select s.sql from sqlite_schema s left join pragma_table_list l"
          + " on l.schema = 'main' and l.name = s.name and s.type = 'table'"
          + " where s.sql is not null and s.name not like 'sqlite\\_%' escape '\\'"
          + " and coalesce(l.type, '') <> 'shadow'"
          + " order by s.type <> 'table', s.type <> 'index', s.type <> 'view', s.rowid";

  private final Connection connection;

  private ScratchSchema(Connection connection) {
    this.connection = connection;
  }

  static ScratchSchema empty() throws SQLException {
    return new ScratchSchema(DriverManager.getConnection("jdbc:sqlite::memory:"));
  }

  static ScratchSchema copyOf(Connection database) throws SQLException {
    ScratchSchema scratch = empty();
    try (Statement query = database.createStatement();
        ResultSet rows = query.executeQuery(OBJECTS)) {
      scratch.execute("pragma foreign_keys = off");
      while (rows.next()) {
        scratch.execute(rows.getString(1));
      }
      return scratch;
    } catch (SQLException e) {
      scratch.close();
      throw e;
    }
  }

  void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      statement.execute(sql);
    }
  }

  /** Asks SQLite whether it takes {@code sql}, and runs nothing. */
  void compile(String sql) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.clearParameters();
    }
  }

  boolean compiles(String sql) {
    try {
      compile(sql);
      return true;
    } catch (SQLException e) {
      return false; // the answer is the point
    }
  }

  /** The first column of all rows. */
  List<String> column(String sql, String... parameters) throws SQLException {
    return rows(sql, parameters).stream().map(row -> row.get(0)).toList();
  }

  /** All rows, their values as text; a null as an empty text. */
  List<List<String>> rows(String sql, String... parameters) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        query.setString(i + 1, parameters[i]);
      }
      try (ResultSet result = query.executeQuery()) {
        List<List<String>> rows = new ArrayList<>();
        int width = result.getMetaData().getColumnCount();
        while (result.next()) {
          List<String> row = new ArrayList<>();
          for (int i = 1; i <= width; i++) {
            String value = result.getString(i);
            row.add(value == null ? "" : value);
          }
          rows.add(row);
        }
        return rows;
      }
    }
  }

  /** The table as SQLite names it, with its text; empty if there is no such table. */
  Optional<StoredTable> table(String name) throws SQLException {
    return rows(
            "select name, sql from sqlite_schema where type = 'table' and name = ? collate nocase",
            name)
        .stream()
        .map(row -> new StoredTable(row.get(0), row.get(1)))
        .findFirst();
  }

  /** A table as SQLite keeps it. */
  record StoredTable(String name, String sql) {}

  /** Columns that hold values of their own, in order: generated ones are left out. */
  List<String> storedColumns(String table) throws SQLException {
    return column("select name from pragma_table_xinfo(?) where hidden = 0 order by cid", table);
  }

  /** The columns of the primary key, in its order; none if there is no key. */
  List<String> primaryKey(String table) throws SQLException {
    return column("select name from pragma_table_xinfo(?) where pk > 0 order by pk", table);
  }

  /** The texts of the table's own indexes and triggers, in the order of their making. */
  List<String> companions(String table) throws SQLException {
    return column(
        "select sql from sqlite_schema where type in ('index', 'trigger') and sql is not null"
            + " and tbl_name = ? collate nocase order by type, rowid",
        table);
  }

  /** The tables with a foreign key to {@code table}. */
  List<String> referrers(String table) throws SQLException {
    return column(
        "select distinct s.name from sqlite_schema s, pragma_foreign_key_list(s.name) f"
            + " where s.type = 'table' and f.\"table\" = ? collate nocase order by s.name",
        table);
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
