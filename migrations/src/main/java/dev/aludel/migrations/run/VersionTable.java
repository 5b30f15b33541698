package dev.aludel.migrations.run;

import dev.aludel.migrations.dialect.Dialect;
import dev.aludel.migrations.revision.RevisionId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Alembic's version table, in its name and layout: one row for each head. A database goes back and
 * forth between the two tools.
 */
final class VersionTable {
  private final Dialect dialect;
  private final String name;

  VersionTable(Dialect dialect, String name) {
    this.dialect = dialect;
    this.name = name;
  }

  /** The rows; none if there is no table. Creates nothing. */
  Set<String> read(Connection connection) throws SQLException {
    return dialect.hasTable(connection, name) ? rows(connection) : Set.of();
  }

  private Set<String> rows(Connection connection) throws SQLException {
    Set<String> rows = new TreeSet<>();
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("select version_num from " + quotedName())) {
      while (result.next()) {
        if (!rows.add(String.valueOf(result.getString(1)))) {
          throw new VersionTableException(
              "The version table %s has the row %s more than once. Delete the spare rows; a version table has each row once."
                  .formatted(name, result.getString(1)));
        }
      }
    }
    return rows;
  }

  void createIfAbsent(Connection connection) throws SQLException {
    if (!dialect.hasTable(connection, name)) {
      try (Statement statement = connection.createStatement()) {
        statement.execute(createStatement());
      }
    }
  }

  String createStatement() {
    return "create table %s (\n  version_num varchar(32) not null,\n  constraint %s primary key (version_num)\n)"
        .formatted(quotedName(), dialect.quoted(name + "_pkc"));
  }

  /**
   * A statement that changes one row.
   *
   * @param sql with {@code %s} for the table and a {@code ?} for each value
   */
  record Write(String sql, List<String> values) {}

  /** What replaces rows by rows; each statement must hit exactly one. */
  static List<Write> writes(Collection<String> removed, Collection<RevisionId> added) {
    List<Write> writes = new ArrayList<>();
    Iterator<RevisionId> coming = added.iterator();
    for (String going : removed) {
      writes.add(
          coming.hasNext()
              ? new Write(
                  "update %s set version_num = ? where version_num = ?",
                  List.of(coming.next().value(), going))
              : new Write("delete from %s where version_num = ?", List.of(going)));
    }
    coming.forEachRemaining(
        id ->
            writes.add(new Write("insert into %s (version_num) values (?)", List.of(id.value()))));
    return writes;
  }

  void replace(Connection connection, Collection<String> removed, Collection<RevisionId> added)
      throws SQLException {
    for (Write write : writes(removed, added)) {
      run(connection, write.sql(), write.values());
    }
  }

  private void run(Connection connection, String sql, List<String> values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql.formatted(quotedName()))) {
      for (int i = 0; i < values.size(); i++) {
        statement.setString(i + 1, values.get(i));
      }
      int rows = statement.executeUpdate();
      if (rows != 1) {
        throw new VersionTableException(
            "The version table %s did not change as it should: \"%s\" with %s changed %d rows instead of one. Somebody else changed the table; look at it, and run again."
                .formatted(name, sql.formatted(name), values, rows));
      }
    }
  }

  String quotedName() {
    return dialect.quoted(name);
  }
}
