package dev.aludel.migrations.run;

import dev.aludel.test.FreshDatabase;
import dev.aludel.test.TestPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** An empty database of either kind, and a way to look into it. */
public interface TestDatabase extends AutoCloseable {

  String url();

  String jdbcUrl();

  @Override
  void close();

  /** The two kinds. */
  enum Kind {
    SQLITE,
    POSTGRESQL;

    public TestDatabase open(Path folder) {
      return this == SQLITE ? sqlite(folder) : postgresql();
    }
  }

  private static TestDatabase sqlite(Path folder) {
    Path file = folder.resolve("test.db");
    return new TestDatabase() {
      @Override
      public String url() {
        return "sqlite:///" + file;
      }

      @Override
      public String jdbcUrl() {
        return "jdbc:sqlite:" + file;
      }

      @Override
      public void close() {} // the folder is the test's
    };
  }

  private static TestDatabase postgresql() {
    return of(TestPostgres.freshDatabase());
  }

  /** A database of PostgreSQL, of any server. */
  static TestDatabase of(FreshDatabase database) {
    return new TestDatabase() {
      @Override
      public String url() {
        return database.url();
      }

      @Override
      public String jdbcUrl() {
        return database.jdbcUrl();
      }

      @Override
      public void close() {
        database.close();
      }
    };
  }

  default Connection connect() throws SQLException {
    return DriverManager.getConnection(jdbcUrl());
  }

  default void execute(String... statements) {
    try (Connection connection = connect()) {
      execute(connection, statements);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  static void execute(Connection connection, String... statements) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  /** The first column of all rows, as text. */
  default List<String> query(String sql) {
    try (Connection connection = connect()) {
      return query(connection, sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  static List<String> query(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> values = new ArrayList<>();
      while (rows.next()) {
        values.add(String.valueOf(rows.getString(1)));
      }
      return values;
    }
  }

  /** The names of all tables, sorted. */
  default List<String> tables() {
    return query(tablesQuery());
  }

  default String tablesQuery() {
    return jdbcUrl().startsWith("jdbc:sqlite")
        ? "select name from sqlite_schema where type = 'table' order by 1"
        : "select tablename from pg_tables where schemaname = 'public' order by 1";
  }
}
