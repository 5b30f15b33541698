package dev.aludel.benchmarks;

import static java.util.Objects.requireNonNull;

import dev.aludel.test.FreshDatabase;
import dev.aludel.test.TestPostgres;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * The PostgreSQL server of one run, which all its processes share. Its databases are named after
 * the one that the run began with, and go with it.
 */
final class PostgresServer implements AutoCloseable {
  private static final String URL = "aludel.benchmarks.postgres.url";
  private static final String DATABASE = "aludel.benchmarks.postgres.database";

  private final FreshDatabase first;

  private PostgresServer(FreshDatabase first) {
    this.first = first;
  }

  static PostgresServer start() {
    return new PostgresServer(TestPostgres.freshDatabase());
  }

  /** What tells a process of the run where the server is. */
  String urlArgument() {
    return "-D" + URL + "=" + first.jdbcUrl();
  }

  /** What tells it which database the others are named after. */
  String databaseArgument() {
    return "-D" + DATABASE + "=" + first.name();
  }

  static String url(String name) {
    return property(URL).replace(property(DATABASE), database(name));
  }

  static String database(String name) {
    return property(DATABASE) + "_" + name;
  }

  static boolean exists(String name) throws SQLException {
    try (Connection connection = DriverManager.getConnection(property(URL))) {
      return !Database.query(
              connection,
              "select 1 from pg_database where datname = '%s'".formatted(database(name)))
          .equals("nothing");
    }
  }

  static void execute(String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(property(URL))) {
      Database.execute(connection, sql);
    }
  }

  private static String property(String name) {
    return requireNonNull(System.getProperty(name), name);
  }

  // With several databases of a server that others started.
  @Override
  public void close() throws SQLException {
    try (Connection connection = DriverManager.getConnection(first.jdbcUrl())) {
      String next =
          "select datname from pg_database where datname like '%s@_%%' escape '@' limit 1"
              .formatted(first.name());
      for (String name = Database.query(connection, next);
          !name.equals("nothing");
          name = Database.query(connection, next)) {
        Database.execute(connection, "drop database " + name + " with (force)");
      }
    }
    first.close();
  }
}
