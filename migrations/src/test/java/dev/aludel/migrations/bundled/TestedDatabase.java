package dev.aludel.migrations.bundled;

import dev.aludel.migrations.Migrator;
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
import org.jspecify.annotations.Nullable;

/** A database that belongs to one test, and the bundled revisions for it. */
abstract class TestedDatabase implements AutoCloseable {

  static TestedDatabase sqlite(Path file) {
    return new Sqlite(file);
  }

  static TestedDatabase postgres() {
    return new Postgres(TestPostgres.freshDatabase());
  }

  abstract String url();

  abstract Connection connect() throws SQLException;

  /** A line for each thing in the schema but the tables that revisions are counted in. */
  abstract List<String> schema();

  /** SQL for the text of a timestamp, {@code 2025-09-01 08:30:15.123000}. */
  abstract String timeText(String column);

  /** SQL for a parameter that is set to the text of a timestamp. */
  abstract String timeParameter();

  @Override
  public void close() {}

  Migrator migrator() {
    return Migrator.builder().url(url()).bundled().build();
  }

  /** The rows of a query, each as its columns' texts. */
  List<List<@Nullable String>> query(String sql) {
    try (Connection connection = connect()) {
      return query(connection, sql);
    } catch (SQLException e) {
      throw new AssertionError(sql, e);
    }
  }

  static List<List<@Nullable String>> query(Connection connection, String sql) throws SQLException {
    List<List<@Nullable String>> found = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        List<@Nullable String> row = new ArrayList<>();
        for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
          row.add(rows.getString(column));
        }
        found.add(row);
      }
    }
    return found;
  }

  /** The single column of a query. */
  List<@Nullable String> column(String sql) {
    List<@Nullable String> column = new ArrayList<>();
    query(sql).forEach(row -> column.add(row.get(0)));
    return column;
  }

  /** Runs one or more statements in a transaction. */
  void execute(String... statements) {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      for (String sql : statements) {
        statement.execute(sql);
      }
      connection.commit();
    } catch (SQLException e) {
      throw new AssertionError(String.join(";\n", statements), e);
    }
  }

  private static final class Sqlite extends TestedDatabase {
    private final Path file;

    Sqlite(Path file) {
      this.file = file;
    }

    @Override
    String url() {
      return "sqlite:///" + file.toAbsolutePath();
    }

    @Override
    Connection connect() throws SQLException {
      return DriverManager.getConnection("jdbc:sqlite:" + file);
    }

    @Override
    List<String> schema() {
      return SqliteSchema.of(this);
    }

    @Override
    String timeText(String column) {
      return column;
    }

    @Override
    String timeParameter() {
      return "?";
    }
  }

  private static final class Postgres extends TestedDatabase {
    private final FreshDatabase database;

    Postgres(FreshDatabase database) {
      this.database = database;
    }

    @Override
    String url() {
      return database.url();
    }

    @Override
    Connection connect() throws SQLException {
      return database.dataSource().getConnection();
    }

    @Override
    List<String> schema() {
      return PostgresSchema.of(this);
    }

    @Override
    String timeText(String column) {
      return "to_char(" + column + ", 'YYYY-MM-DD HH24:MI:SS.US')";
    }

    @Override
    String timeParameter() {
      return "cast(? as timestamp)";
    }

    @Override
    public void close() {
      database.close();
    }
  }
}
