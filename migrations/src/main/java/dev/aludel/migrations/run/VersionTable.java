package dev.aludel.migrations.run;

import dev.aludel.migrations.dialect.Dialect;
import dev.aludel.migrations.revision.RevisionId;
import dev.aludel.migrations.sql.VisibleText;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Alembic's version table, in its name and layout: one row for each head. A database goes back and
 * forth between the two tools.
 */
final class VersionTable {
  private final Dialect dialect;
  private final String name;
  private final Predicate<String> concern;

  /**
   * @param concern the rows that count; the others are nobody's business here
   */
  VersionTable(Dialect dialect, String name, Predicate<String> concern) {
    this.dialect = dialect;
    this.name = name;
    this.concern = concern;
  }

  /** Rows for people. */
  static String list(Set<String> rows) {
    return rows.isEmpty()
        ? "base"
        : new TreeSet<>(rows).stream().map(VisibleText::value).collect(Collectors.joining(", "));
  }

  /**
   * The rows; none if there is no table. Creates nothing.
   *
   * @throws VersionTableException if a row stands there twice
   */
  Set<String> read(Connection connection) throws SQLException {
    return checked(rows(connection));
  }

  private Set<String> checked(List<String> rows) {
    repeated(rows)
        .ifPresent(
            row -> {
              throw new VersionTableException(repeats(row));
            });
    return concerned(rows);
  }

  /** The rows, and in what the table is not as it should be. Creates nothing. */
  VersionTableContent inspect(Connection connection) throws SQLException {
    List<String> rows = rows(connection);
    List<String> problems = new ArrayList<>();
    repeated(rows).map(this::repeats).ifPresent(problems::add);
    if (dialect.hasTable(connection, name) && !hasKey(connection)) {
      problems.add(lacksKey(rows));
    }
    return new VersionTableContent(concerned(rows), problems);
  }

  private Set<String> concerned(Collection<String> rows) {
    Set<String> concerned = new TreeSet<>(rows);
    concerned.removeIf(concern.negate());
    return concerned;
  }

  /** All rows: what is wrong with the table, or done about it, is so for everybody in it. */
  private List<String> rows(Connection connection) throws SQLException {
    return dialect.hasTable(connection, name) ? rowsOfTable(connection) : List.of();
  }

  private List<String> rowsOfTable(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      return Session.firstColumn(statement.executeQuery(query()));
    } catch (SQLException e) {
      if (dialect.lacksColumn(e)) {
        throw noVersionTable(e);
      }
      throw e;
    }
  }

  /** What asks the table that is there for its rows. */
  String query() {
    return "select version_num from " + quotedName();
  }

  private VersionTableException noVersionTable(SQLException cause) {
    return new VersionTableException(
        "The table %s is no version table: it has no column version_num. Name the one that is, or one that is not there yet."
            .formatted(name),
        cause);
  }

  /** Refuses to go on from rows, of the table that is there, that are not those of the plan. */
  void refuseOtherRows(Connection connection, Set<String> planned) throws SQLException {
    refuseOtherRows(rowsOfTable(connection), planned);
  }

  /**
   * As {@link #refuseOtherRows(Connection, Set)}.
   *
   * @param rows what {@link #query} has answered
   */
  void refuseOtherRows(List<String> rows, Set<String> planned) {
    Set<String> found = checked(rows);
    if (!found.equals(planned)) {
      throw new VersionTableException(
          "The version table changed meanwhile: planned from %s, found %s. Somebody else migrates this database; run again."
              .formatted(list(planned), list(found)));
    }
  }

  private static Optional<String> repeated(List<String> rows) {
    Set<String> met = new HashSet<>();
    return rows.stream().filter(row -> !met.add(row)).findFirst();
  }

  private String repeats(String row) {
    return "The version table %s has the row %s more than once. Delete the spare rows; a version table has each row once."
        .formatted(name, row);
  }

  /** Refuses a table that is there and has no primary key. */
  void refuseWithoutKey(Connection connection) throws SQLException {
    if (dialect.hasTable(connection, name)) {
      refuseLackOfKey(connection);
    }
  }

  private void refuseLackOfKey(Connection connection) throws SQLException {
    if (!hasKey(connection)) {
      throw new VersionTableException(lacksKey(rowsOfTable(connection)));
    }
  }

  private boolean hasKey(Connection connection) throws SQLException {
    List<String> key = dialect.primaryKey(connection, name);
    return key.size() == 1 && key.get(0).equalsIgnoreCase("version_num");
  }

  private String lacksKey(List<String> rows) {
    String again =
        rows.isEmpty() ? "" : ", and insert its rows again: " + list(new TreeSet<>(rows));
    return "The version table %s has no primary key on version_num, so a row could stand in it twice. Drop the table, make it anew with \"ensure-version\"%s."
        .formatted(name, again);
  }

  /**
   * Makes the table if it is not there.
   *
   * @throws VersionTableException if it is there and has no primary key
   */
  VersionTableState createIfAbsent(Connection connection) throws SQLException {
    if (dialect.hasTable(connection, name)) {
      refuseLackOfKey(connection);
      return VersionTableState.PRESENT;
    }
    try (Statement statement = connection.createStatement()) {
      statement.execute(createStatement());
    }
    return VersionTableState.CREATED;
  }

  String createStatement() {
    return "create table %s (\n  version_num varchar(32) not null,\n  constraint %s primary key (version_num)\n)"
        .formatted(quotedName(), dialect.quoted(name + "_pkc"));
  }

  /** Replaces rows by rows. */
  void replace(Connection connection, Collection<String> removed, Collection<RevisionId> added)
      throws SQLException {
    List<RowChange> changes = changes(removed, added);
    refuseOtherCounts(changes, RowChange.make(changes, connection, dialect));
  }

  /** What replaces rows by rows; each statement must hit exactly one. */
  List<RowChange> changes(Collection<String> removed, Collection<RevisionId> added) {
    List<RowChange> changes = new ArrayList<>();
    Iterator<RevisionId> coming = added.iterator();
    for (String going : removed) {
      changes.add(
          coming.hasNext()
              ? change(
                  "update %s set version_num = ? where version_num = ?",
                  coming.next().value(), going)
              : change("delete from %s where version_num = ?", going));
    }
    coming.forEachRemaining(
        id -> changes.add(change("insert into %s (version_num) values (?)", id.value())));
    return changes;
  }

  private RowChange change(String sql, Object... values) {
    return RowChange.of(sql.formatted(quotedName()), values);
  }

  /**
   * Refuses to go on unless each of the changes hit exactly one row.
   *
   * @param counts how many rows each has hit
   */
  void refuseOtherCounts(List<RowChange> changes, List<Integer> counts) {
    for (int i = 0; i < changes.size(); i++) {
      if (counts.get(i) != 1) {
        throw new VersionTableException(
            "The version table %s did not change as it should: \"%s\" with %s changed %d rows instead of one. Somebody else changed the table; look at it, and run again."
                .formatted(
                    name,
                    changes.get(i).sql().replace(quotedName(), name),
                    changes.get(i).values(),
                    counts.get(i)));
      }
    }
  }

  String quotedName() {
    return dialect.quoted(name);
  }
}
