package dev.aludel.migrations.run;

import dev.aludel.migrations.dialect.Dialect;
import dev.aludel.migrations.dialect.TableName;
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
import java.util.stream.Collectors;

/**
 * Alembic's version table, in its name and layout: one row for each head. A database goes back and
 * forth between the two tools.
 */
final class VersionTable {
  private static final String COLUMN = "version_num";

  private final Dialect dialect;
  private final TableName table;
  private final String name;
  private final RowConcern concern;
  private final int width;

  /**
   * @param table where it is, or is made
   * @param name what messages call it
   * @param concern the rows that count; the others are nobody's business here
   * @param width how many characters its column takes where it is made
   */
  VersionTable(Dialect dialect, TableName table, String name, RowConcern concern, int width) {
    this.dialect = dialect;
    this.table = table;
    this.name = name;
    this.concern = concern;
    this.width = width;
  }

  /** Rows for people. */
  static String list(Collection<String> rows) {
    return rows.isEmpty()
        ? "base"
        : rows.stream().sorted().map(VisibleText::value).collect(Collectors.joining(", "));
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
    if (dialect.hasTable(connection, table) && !hasKey(connection)) {
      problems.add(lacksKey(rows));
    }
    return new VersionTableContent(
        concerned(rows), rows.stream().filter(concern::isKept).toList(), problems);
  }

  private Set<String> concerned(Collection<String> rows) {
    Set<String> concerned = new TreeSet<>(rows);
    concerned.removeIf(row -> !concern.counts(row));
    return concerned;
  }

  /** All rows: what is wrong with the table, or done about it, is so for everybody in it. */
  private List<String> rows(Connection connection) throws SQLException {
    return dialect.hasTable(connection, table) ? rowsOfTable(connection) : List.of();
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

  /**
   * What is wrong with rows that were read back in the transaction that has written them, as a
   * sentence without its first capital letter; empty if nothing is.
   *
   * @param rows what {@link #query} has answered
   */
  Optional<String> mismatch(List<String> rows, Set<String> expected) {
    List<String> found = rows.stream().filter(concern::counts).sorted().toList();
    return found.equals(expected.stream().sorted().toList())
        ? Optional.empty()
        : Optional.of(
            "the version table %s should hold %s now, and holds %s. A trigger or a rule of it, or something that the script calls, writes into it, where only Aludel may"
                .formatted(name, list(expected), list(found)));
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
    if (dialect.hasTable(connection, table)) {
      refuseLackOfKey(connection);
    }
  }

  private void refuseLackOfKey(Connection connection) throws SQLException {
    if (!hasKey(connection)) {
      throw new VersionTableException(lacksKey(rowsOfTable(connection)));
    }
  }

  private boolean hasKey(Connection connection) throws SQLException {
    List<String> key = dialect.primaryKey(connection, table);
    return key.size() == 1 && key.get(0).equalsIgnoreCase(COLUMN);
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
   * @param longestId how many characters the longest id has that will be written
   * @throws VersionTableException if it is there and has no primary key, or is too narrow
   */
  VersionTableState createIfAbsent(Connection connection, int longestId) throws SQLException {
    if (dialect.hasTable(connection, table)) {
      refuseLackOfKey(connection);
      refuseNarrowness(connection, longestId);
      return VersionTableState.PRESENT;
    }
    try (Statement statement = connection.createStatement()) {
      statement.execute(createStatement());
    }
    return VersionTableState.CREATED;
  }

  private void refuseNarrowness(Connection connection, int longestId) throws SQLException {
    int present = longestId == 0 ? Integer.MAX_VALUE : dialect.width(connection, table, COLUMN);
    if (present < longestId) {
      throw new VersionTableException(
          "The column version_num of the version table %s takes %d characters, and an id has %d. %s"
              .formatted(name, present, longestId, widening(longestId)));
    }
  }

  /** How the column takes ids of so many characters, as a sentence. */
  String widening(int characters) {
    return "Widen it with \"alter table %s alter column version_num type varchar(%d)\", and run again."
        .formatted(quotedName(), characters);
  }

  TableName table() {
    return table;
  }

  String createStatement() {
    return "create table %s (\n  version_num varchar(%d) not null,\n  constraint %s primary key (version_num)\n)"
        .formatted(quotedName(), width, dialect.quoted(table.table() + "_pkc"));
  }

  /**
   * Replaces rows by rows, and reads back what stands there then.
   *
   * @param after all rows that shall stand there
   * @return what is wrong with them, as a sentence; empty if nothing is
   */
  Optional<String> replace(
      Connection connection,
      Collection<String> removed,
      Collection<RevisionId> added,
      Set<String> after)
      throws SQLException {
    return mismatch(RowChange.make(changes(removed, added), query(), connection, dialect), after);
  }

  /** What replaces rows by rows. */
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

  String quotedName() {
    return dialect.quoted(table);
  }
}
