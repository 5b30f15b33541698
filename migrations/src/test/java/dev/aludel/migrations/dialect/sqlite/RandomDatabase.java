package dev.aludel.migrations.dialect.sqlite;

import static dev.aludel.migrations.dialect.sqlite.RandomSql.pick;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A table at random with all that can hang on one: rows, indexes, triggers, views, a parent, a
 * child, orphans. It is kept as the statements that SQLite took, so that it can be had again.
 */
final class RandomDatabase {
  private static final int MOST_ROWS = 7;

  private final RandomGenerator random;
  private final List<String> statements = new ArrayList<>();
  private final Connection connection;
  private String table = "";
  private List<String> columns = List.of();

  private RandomDatabase(RandomGenerator random, Connection connection) {
    this.random = random;
    this.connection = connection;
  }

  static RandomDatabase generate(RandomGenerator random) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:")) {
      RandomDatabase database = new RandomDatabase(random, connection);
      database.build();
      return database;
    }
  }

  String table() {
    return table;
  }

  List<String> columns() {
    return columns;
  }

  List<String> statements() {
    return statements;
  }

  /** The same database once more. */
  Connection open() throws SQLException {
    Connection copy = DriverManager.getConnection("jdbc:sqlite::memory:");
    try (Statement statement = copy.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
    return copy;
  }

  private void build() throws SQLException {
    settings();
    run("create table parent (id integer primary key, code text unique, unique (id, code))");
    run("insert into parent values (1, 'x'), (2, 'y'), (5, null)");
    createTable();
    for (int i = random.nextInt(MOST_ROWS); i > 0; i--) {
      row();
    }
    if (random.nextInt(8) == 0) {
      addColumn();
    }
    run("update sqlite_sequence set seq = seq + 10");
    for (String sql : new RandomNeighbours(random, table, columns).statements()) {
      run(sql);
    }
  }

  private void row() throws SQLException {
    boolean numbered = random.nextInt(3) == 0;
    if (!numbered || !run(RandomRow.insert(random, table, "rowid", stored()))) {
      run(RandomRow.insert(random, table, "", stored()));
    }
  }

  private void settings() throws SQLException {
    if (random.nextInt(6) == 0) {
      run("pragma encoding = 'UTF-16'");
    }
    run("pragma foreign_keys = off");
    if (random.nextInt(6) == 0) {
      run("pragma reverse_unordered_selects = on");
    }
    if (random.nextInt(3) == 0) {
      run("pragma recursive_triggers = off");
    }
  }

  private void createTable() throws SQLException {
    table = RandomName.ofTable(random);
    boolean made = false;
    while (!made) {
      RandomTable generated = new RandomTable(random, table);
      columns = generated.columns();
      made =
          random.nextInt(25) == 0
              ? run("create table " + SqlText.name(table) + " as " + rowsOf(columns))
              : run(generated.create());
    }
  }

  private String rowsOf(List<String> names) {
    return "select "
        + String.join(
            ", ",
            names.stream()
                .map(name -> RandomRow.value(random) + " as " + SqlText.name(name))
                .toList());
  }

  // As SQLite itself writes it into the text of the table.
  private void addColumn() throws SQLException {
    String column = "later " + random.nextInt(3);
    String definition = pick(random, List.of("", "int default 3", "text collate nocase -- later"));
    if (run("alter table %s add %s %s".formatted(name(), SqlText.name(column), definition))) {
      columns = new ArrayList<>(columns);
      columns.add(column);
    }
  }

  // What SQLite refuses is left out.
  private boolean run(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
      statements.add(sql);
      return true;
    } catch (SQLException e) {
      return false;
    }
  }

  private List<String> stored() throws SQLException {
    List<String> stored = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select name from pragma_table_xinfo(%s) where hidden = 0"
                    .formatted(SqlText.text(table)))) {
      while (rows.next()) {
        stored.add(rows.getString(1));
      }
    }
    return stored;
  }

  private String name() {
    return SqlText.name(table);
  }
}
