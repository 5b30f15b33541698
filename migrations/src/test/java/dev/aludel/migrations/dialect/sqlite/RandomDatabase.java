package dev.aludel.migrations.dialect.sqlite;

import static dev.aludel.migrations.dialect.sqlite.RandomSql.pick;
import static dev.aludel.migrations.dialect.sqlite.RandomSql.some;

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
  private static final List<String> TABLE_NAMES = List.of("t", "t", "t t", "Docs", "select", "é");
  private static final List<String> VALUES =
      List.of(
          "null",
          "null",
          "0",
          "1",
          "2",
          "5",
          "77",
          "-9223372036854775808",
          "1.0",
          "1.5",
          "1e300",
          "'x'",
          "'X'",
          "''",
          "'12'",
          "'012'",
          "' 1'",
          "'2020-01-01'",
          "'a longer text'",
          "x'00'",
          "x''",
          "9e999",
          "'é'");
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
    run("pragma foreign_keys = off");
    run("create table parent (id integer primary key, code text unique)");
    run("insert into parent values (1, 'x'), (2, 'y'), (5, null)");
    table = pick(random, TABLE_NAMES);
    boolean made = false;
    while (!made) {
      RandomTable generated = new RandomTable(random, table);
      columns = generated.columns();
      made = run(generated.create());
    }
    for (int i = random.nextInt(MOST_ROWS); i > 0; i--) {
      row();
    }
    run("update sqlite_sequence set seq = seq + 10");
    for (int i = random.nextInt(3); i > 0; i--) {
      index(i);
    }
    neighbours();
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

  private void row() throws SQLException {
    List<String> names = new ArrayList<>(stored().stream().map(SqlText::name).toList());
    List<String> values =
        new ArrayList<>(names.stream().map(name -> pick(random, VALUES)).toList());
    if (random.nextInt(3) == 0 && !columns.contains("rowid")) {
      String numbered = "insert or ignore into %s (rowid, %s) values (%d, %s)";
      if (run(
          numbered.formatted(
              name(), String.join(", ", names), random.nextInt(1000), String.join(", ", values)))) {
        return;
      }
    }
    run(
        "insert or ignore into %s (%s) values (%s)"
            .formatted(name(), String.join(", ", names), String.join(", ", values)));
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

  private String column() {
    return SqlText.name(pick(random, columns));
  }

  private void index(int number) throws SQLException {
    RandomSql sql = new RandomSql(random);
    sql.words(random.nextInt(4) == 0 ? "create unique index" : "create index");
    sql.name("ix" + number).words("on").name(table).token("(");
    switch (random.nextInt(4)) {
      case 0 -> sql.words("lower (").reference(pick(random, columns)).token(")");
      case 1 -> sql.reference(pick(random, columns)).words("collate nocase desc");
      default -> {
        List<String> some = some(random, columns, 1, 2);
        sql.reference(some.get(0));
        some.stream().skip(1).forEach(other -> sql.token(",").reference(other));
      }
    }
    sql.token(")");
    if (random.nextInt(3) == 0) {
      sql.words("where").reference(pick(random, columns)).words("is not null");
    }
    run(sql.toString());
  }

  private void neighbours() throws SQLException {
    run("create table log (m)");
    if (random.nextInt(3) == 0) {
      run("create view v1 as select %s as c from %s".formatted(column(), name()));
    }
    if (random.nextInt(4) == 0) {
      run("create view v2 as select * from " + name());
    }
    if (random.nextInt(10) == 0) {
      run("create view broken as select * from nowhere");
    }
    if (random.nextInt(3) == 0) {
      run(
          "create trigger tr1 after update on %s begin insert into log values (new.%s); end"
              .formatted(name(), column()));
    }
    if (random.nextInt(4) == 0) {
      run(
          "create trigger tr2 before update of %s on %s begin select 1; end"
              .formatted(column(), name()));
    }
    if (random.nextInt(4) == 0) {
      run(
          "create trigger tr3 after insert on log begin update %s set %s = 1; end"
              .formatted(name(), column()));
    }
    if (random.nextInt(3) == 0) {
      run(
          "create table child (id integer primary key, r references %s (%s) on delete %s)"
              .formatted(name(), column(), pick(random, RandomTable.ACTIONS)));
      run("insert into child values (1, 1), (2, 'x'), (3, null)");
    }
  }
}
