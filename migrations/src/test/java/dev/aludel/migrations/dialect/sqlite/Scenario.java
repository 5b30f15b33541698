package dev.aludel.migrations.dialect.sqlite;

import dev.aludel.migrations.dialect.DatabaseVersion;
import dev.aludel.migrations.dialect.sqlite.RevisionRun.Refusal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;

/** A database in memory, to which a revision is applied. */
final class Scenario implements AutoCloseable {
  static final String MADE = "made";
  private static final DatabaseVersion NEWEST = new DatabaseVersion(3, 54);

  private final Connection connection;

  private Scenario(Connection connection) {
    this.connection = connection;
  }

  static Scenario of(String... setup) throws SQLException {
    Scenario scenario = new Scenario(DriverManager.getConnection("jdbc:sqlite::memory:"));
    scenario.execute("pragma foreign_keys = off");
    scenario.execute(setup);
    return scenario;
  }

  Connection connection() {
    return connection;
  }

  void execute(String... statements) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.executeUpdate(sql);
      }
    }
  }

  /**
   * Runs statements as one revision: {@link #MADE}, or why it was not made.
   *
   * @throws IllegalStateException if it was refused and something changed
   */
  String run(String... statements) throws SQLException {
    Map<String, List<List<String>>> before = new SchemaDump(connection).everything();
    String answer =
        new RevisionRun(connection, NEWEST).run(statements).map(Refusal::message).orElse(MADE);
    if (!answer.equals(MADE) && !before.equals(new SchemaDump(connection).everything())) {
      throw new IllegalStateException("refused, and changed all the same: " + answer);
    }
    return answer;
  }

  /** Runs the first statement as SQLite's own, and the second as portable SQL. */
  String runVerbatim(String verbatim, String portable) throws SQLException {
    return runVerbatim(List.of(verbatim), portable);
  }

  /** As {@link #runVerbatim(String, String)}, with several statements. */
  String runVerbatim(List<String> verbatim, String portable) throws SQLException {
    return new RevisionRun(connection, NEWEST)
        .runAfterVerbatim(verbatim, portable)
        .map(Refusal::message)
        .orElse(MADE);
  }

  /** The rows, each as its values with blanks between them. */
  List<String> query(String sql) throws SQLException {
    return new SchemaDump(connection).rows(sql).stream().map(row -> String.join(" ", row)).toList();
  }

  /** The text of an object of the schema. */
  String sql(String name) throws SQLException {
    return String.join(
        "; ", query("select sql from sqlite_schema where name = " + SqlText.text(name)));
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
