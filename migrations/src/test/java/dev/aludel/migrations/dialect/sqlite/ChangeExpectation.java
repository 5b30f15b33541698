package dev.aludel.migrations.dialect.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.migrations.dialect.sqlite.RandomChange.Kind;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What must be there after changes, from what was there before them. */
final class ChangeExpectation {
  private final List<RandomChange> changes;
  private final String tableAfter;
  private final List<List<String>> columns;
  private final Map<String, Object> pragmas;
  private final Map<String, String> others;
  private final List<List<String>> rows;
  private final List<List<String>> orphans;
  private final List<List<String>> sequence;
  private final List<List<String>> integrity;
  private final Map<String, List<List<String>>> otherRows;
  private final TextFingerprint text;

  ChangeExpectation(SchemaDump before, String table, List<RandomChange> changes)
      throws SQLException {
    this.changes = changes;
    this.tableAfter = has(Kind.RENAME_TABLE) ? last().argument() : table;
    this.columns = before.columns(table);
    this.pragmas = before.pragmas(table);
    this.others = before.others(table);
    this.rows = before.tableRows(table);
    this.orphans = before.orphans();
    this.sequence = sequence(before);
    this.integrity = before.rows("pragma integrity_check");
    this.otherRows = before.otherRows(table);
    this.text = TextFingerprint.of(before.text(table), table);
  }

  private RandomChange last() {
    return changes.get(changes.size() - 1);
  }

  private boolean has(Kind... kinds) {
    return changes.stream().anyMatch(change -> change.kind().isOneOf(kinds));
  }

  private List<List<String>> sequence(SchemaDump dump) throws SQLException {
    return dump.column("select 1 from sqlite_schema where name = 'sqlite_sequence'").isEmpty()
        ? List.of()
        : dump.rows("select lower(name), seq from sqlite_sequence order by 1");
  }

  void holdsFor(SchemaDump after) throws SQLException {
    columnsHold(after.columns(tableAfter));
    assertThat(after.kind(tableAfter)).as("kind").isEqualTo(pragmas.get("kind"));
    keysHold(after);
    othersHold(after.others(tableAfter));
    rowsHold(after);
    assertThat(after.otherRows(tableAfter)).as("rows of other tables").isEqualTo(otherRows);
    textHolds(after);
    askedForIsThere(after);
    if (!has(Kind.RENAME_TABLE)) {
      List<List<String>> found = new ArrayList<>(after.orphans());
      found.removeIf(orphan -> orphans.contains(List.of(orphan.get(0), SchemaDump.UNCHECKED)));
      assertThat(orphans).as("orphans before").containsAll(found);
    }
    if (!has(Kind.RENAME_TABLE, Kind.DROP_CONSTRAINT, Kind.DROP_COLUMN)) {
      assertThat(sequence(after)).as("sequences").isEqualTo(sequence);
    }
    assertThat(after.rows("pragma integrity_check")).isEqualTo(integrity);
  }

  private void textHolds(SchemaDump after) throws SQLException {
    TextFingerprint now = TextFingerprint.of(after.text(tableAfter), tableAfter);
    List<RandomChange> all = new ArrayList<>(changes);
    columns.forEach(column -> all.addAll(consequences(column)));
    assertThat(now.lostSince(text, all)).as("words lost").isEmpty();
    assertThat(now.addedSince(text, changes)).as("words added").isEmpty();
  }

  private void askedForIsThere(SchemaDump after) throws SQLException {
    if (has(Kind.DROP_COLUMN, Kind.DROP_CONSTRAINT, Kind.RENAME_COLUMN)) {
      return; // it may have gone again, or have another name
    }
    for (RandomChange change : changes) {
      switch (change.kind()) {
        case ADD_UNIQUE -> assertThat(after.text(tableAfter)).contains("added_key");
        case ADD_CHECK -> assertThat(after.text(tableAfter)).contains("added_check");
        case ADD_FOREIGN_KEY ->
            assertThat(after.foreignKeys(tableAfter))
                .anyMatch(key -> key.get(0).equals("parent") && key.get(3).equals("CASCADE"));
        case ADD_PRIMARY_KEY ->
            assertThat(after.columns(tableAfter))
                .filteredOn(column -> !column.get(4).equals("0"))
                .allMatch(column -> isAbout(change, column));
        default -> {}
      }
    }
  }

  private static boolean isAbout(RandomChange change, List<String> column) {
    return SqlText.sameName(change.column(), column.get(0));
  }

  // name, type, not null, default, place in the key, hidden
  private void columnsHold(List<List<String>> after) {
    List<List<String>> expected = new ArrayList<>();
    for (List<String> column : columns) {
      List<RandomChange> about = changes.stream().filter(one -> isAbout(one, column)).toList();
      if (about.stream().noneMatch(one -> one.kind() == Kind.DROP_COLUMN)) {
        List<String> wanted = new ArrayList<>(column);
        about.forEach(change -> apply(change, wanted));
        expected.add(wanted);
      }
    }
    if (has(Kind.ADD_COLUMN)) {
      expected.add(after.get(after.size() - 1));
      assertThat(after.get(after.size() - 1).get(0)).isEqualTo("added");
    }
    assertThat(comparable(after)).as("columns").isEqualTo(comparable(expected));
  }

  private void apply(RandomChange change, List<String> column) {
    switch (change.kind()) {
      case SET_TYPE -> {
        boolean rowId = isRowId(column) || becameRowId(change, column);
        boolean stays = rowId && change.argument().contains("int");
        column.set(2, losesRowId(change, column) ? "1" : column.get(2));
        column.set(1, stays ? column.get(1) : change.argument());
      }
      case SET_DEFAULT -> column.set(3, change.argument());
      case DROP_DEFAULT -> column.set(3, "null");
      case SET_NOT_NULL, ADD_PRIMARY_KEY -> column.set(2, "1");
      case DROP_NOT_NULL -> column.set(2, "0");
      case RENAME_COLUMN -> column.set(0, change.argument());
      default -> {}
    }
  }

  // The key of the rows takes no nulls, and says so when its type no longer does.
  private List<RandomChange> consequences(List<String> column) {
    List<RandomChange> consequences = new ArrayList<>();
    List<String> now = new ArrayList<>(column);
    for (RandomChange change : changes.stream().filter(one -> isAbout(one, column)).toList()) {
      if (change.kind() == Kind.SET_TYPE && losesRowId(change, now)) {
        consequences.add(new RandomChange(Kind.SET_NOT_NULL, change.table(), change.column(), ""));
      }
      apply(change, now);
    }
    return consequences;
  }

  private boolean losesRowId(RandomChange change, List<String> column) {
    return (isRowId(column) || becameRowId(change, column)) && !change.argument().contains("int");
  }

  private boolean becameRowId(RandomChange before, List<String> column) {
    return column.get(1).equalsIgnoreCase("integer")
        && changes.stream()
            .takeWhile(one -> !one.equals(before))
            .anyMatch(one -> one.kind() == Kind.ADD_PRIMARY_KEY && isAbout(one, column));
  }

  private boolean isRowId(List<String> column) {
    return column.get(1).equalsIgnoreCase("integer")
        && !column.get(4).equals("0")
        && columns.stream().filter(other -> !other.get(4).equals("0")).count() == 1
        && !String.valueOf(pragmas.get("indexes")).contains(", pk, ");
  }

  // A constraint that goes may take the key, or a not null of its own, with it.
  private List<List<String>> comparable(List<List<String>> all) {
    // A strict table says "not null" of each key but the rowid.
    boolean nulls = !has(Kind.DROP_CONSTRAINT, Kind.SET_TYPE);
    boolean keys = !has(Kind.DROP_CONSTRAINT, Kind.ADD_PRIMARY_KEY, Kind.DROP_COLUMN);
    return all.stream()
        .map(
            one ->
                List.of(
                    one.get(0),
                    type(one.get(1)),
                    nulls ? one.get(2) : "",
                    one.get(3),
                    keys ? one.get(4) : "",
                    one.get(5)))
        .toList();
  }

  // SQLite counts comments behind the type, and "generated" with a comment behind it, to the type.
  private static String type(String type) {
    return type.toLowerCase(Locale.ROOT)
        .replaceAll("(?s)/\\*.*?\\*/|--[^\n]*(\n|$)|[\\s\uFEFF]", "")
        .replaceAll("generated$", "");
  }

  private void keysHold(SchemaDump after) throws SQLException {
    boolean sameIndexes =
        !has(
            Kind.SET_TYPE,
            Kind.ADD_UNIQUE,
            Kind.ADD_PRIMARY_KEY,
            Kind.ADD_COLUMN,
            Kind.DROP_COLUMN,
            Kind.DROP_CONSTRAINT,
            Kind.RENAME_COLUMN);
    if (sameIndexes) {
      assertThat(after.indexes(tableAfter)).as("indexes").isEqualTo(pragmas.get("indexes"));
    }
    boolean sameForeignKeys =
        !has(
            Kind.ADD_FOREIGN_KEY,
            Kind.ADD_COLUMN,
            Kind.DROP_COLUMN,
            Kind.DROP_CONSTRAINT,
            Kind.RENAME_COLUMN,
            Kind.RENAME_TABLE);
    if (sameForeignKeys) {
      assertThat(after.foreignKeys(tableAfter))
          .as("foreign keys")
          .isEqualTo(pragmas.get("foreign keys"));
    }
  }

  // Renaming changes the texts of others, and a column takes its indexes along.
  private void othersHold(Map<String, String> after) {
    if (!has(Kind.RENAME_COLUMN, Kind.RENAME_TABLE)) {
      assertThat(others).as("other objects before").containsAllEntriesOf(after);
    }
    List<String> stay =
        others.keySet().stream()
            .filter(name -> !has(Kind.DROP_COLUMN) || !name.startsWith("ix"))
            .toList();
    assertThat(after.keySet()).as("other objects").containsAll(stay);
  }

  private void rowsHold(SchemaDump after) throws SQLException {
    List<String> kept = new ArrayList<>();
    List<String> newNames = new ArrayList<>();
    for (List<String> column : columns) {
      String name = column.get(0);
      boolean gone = isChanged(name, Kind.DROP_COLUMN);
      boolean computed = !column.get(5).equals("0");
      if (!gone && !computed) {
        kept.add(name);
        newNames.add(isChanged(name, Kind.RENAME_COLUMN) ? last().argument() : name);
      }
    }
    List<List<String>> expected = values(rows, columns, kept, kept);
    List<List<String>> actual =
        values(after.tableRows(tableAfter), after.columns(tableAfter), newNames, kept);
    assertThat(actual).as("rows").isEqualTo(expected);
  }

  private boolean isChanged(String name, Kind kind) {
    return changes.stream()
        .anyMatch(change -> change.kind() == kind && SqlText.sameName(change.column(), name));
  }

  private List<List<String>> values(
      List<List<String>> all, List<List<String>> of, List<String> wanted, List<String> before) {
    boolean rowIds = !has(Kind.ADD_PRIMARY_KEY, Kind.DROP_COLUMN) && !makesRowId();
    List<String> names = of.stream().map(column -> column.get(0)).toList();
    List<List<String>> values = new ArrayList<>();
    for (List<String> row : all) {
      List<String> value = new ArrayList<>(List.of(rowIds ? row.get(0) : ""));
      for (int i = 0; i < wanted.size(); i++) {
        String cell = row.get(names.indexOf(wanted.get(i)) + 1);
        value.add(isChanged(before.get(i), Kind.SET_TYPE) ? meaning(cell) : cell);
      }
      values.add(value);
    }
    return SchemaDump.sorted(values);
  }

  // A key of the type integer, of these very letters, is the rowid from then on.
  private boolean makesRowId() {
    List<String> keys =
        columns.stream().filter(one -> !one.get(4).equals("0")).map(one -> one.get(0)).toList();
    return changes.stream()
        .anyMatch(
            change ->
                change.argument().contains("primary key")
                    || (change.argument().equals("integer")
                        && keys.stream().anyMatch(key -> isChanged(key, Kind.SET_TYPE))));
  }

  /** The value apart from its type: a number however it is written, or the text. */
  private static String meaning(String cell) {
    String value = cell.substring(cell.indexOf(' ') + 1).replaceAll("^'(.*)'$", "$1");
    try {
      boolean real = value.matches(".*[.eE].*");
      BigDecimal number = real ? new BigDecimal(Double.parseDouble(value)) : new BigDecimal(value);
      return number.stripTrailingZeros().toPlainString();
    } catch (NumberFormatException e) {
      return value;
    }
  }
}
