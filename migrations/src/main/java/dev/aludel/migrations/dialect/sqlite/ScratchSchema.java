package dev.aludel.migrations.dialect.sqlite;

import dev.aludel.migrations.database.SqliteDriver;
import dev.aludel.migrations.database.SqliteWords;
import dev.aludel.migrations.effect.Effect;
import dev.aludel.migrations.effect.Effect.Attaches;
import dev.aludel.migrations.effect.Effect.Pragma;
import dev.aludel.migrations.effect.Effects;
import dev.aludel.migrations.sql.SqlSyntax;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A copy of a database's schema in memory, without rows. Statements are tried on it before the
 * database sees them, and it tells what tables look like in between.
 */
final class ScratchSchema extends ScratchConnection {
  // The tables behind a virtual table come with it; statistics and sequences with their tables.
  private static final String OBJECTS =
      "select s.sql, s.type || ' ' || s.name, s.tbl_name from main.sqlite_schema s"
          + " left join pragma_table_list l"
          + " on l.schema = 'main' and l.name = s.name and s.type = 'table'"
          + " where s.sql is not null and s.name not like 'sqlite\\_%' escape '\\'"
          + " and coalesce(l.type, '') <> 'shadow'"
          + " order by s.type <> 'table', s.type <> 'index', s.type <> 'view', s.rowid";

  private static final List<String> ROW_IDS = List.of("rowid", "_rowid_", "oid");

  private static final String HIDING =
      "select name from temp.sqlite_schema where type in ('table', 'view')";

  private final List<Missing> missing = new ArrayList<>();
  private final List<List<String>> missingReferences = new ArrayList<>();
  private final List<String> hidden = new ArrayList<>();
  private final @Nullable TwinSchema twin;

  private ScratchSchema(Connection connection, @Nullable TwinSchema twin) {
    super(connection);
    this.twin = twin;
  }

  /**
   * What of {@code table} the copy lacks, and why: it needs a function, a collation or a module
   * that this program does not have.
   */
  record Missing(String object, String table, String reason) {}

  static ScratchSchema empty() throws SQLException {
    return new ScratchSchema(SqliteDriver.connectInMemory(), null);
  }

  /** An empty schema that stands for databases that nobody can look at. */
  static ScratchSchema emptyWith(TwinSchema twin) throws SQLException {
    return new ScratchSchema(SqliteDriver.connectInMemory(), twin);
  }

  /** Runs a statement of a revision that does not depend on what tables look like. */
  void run(String sql) throws SQLException {
    String rowless = TableFromQuery.withoutRows(sql);
    execute(rowless);
    if (twin != null) {
      twin.execute(rowless);
    }
  }

  /**
   * Runs what of a statement may leave a trace in the session: a pragma is as good as run when it
   * is compiled, and what is attached is nobody's business here.
   */
  void runForTheSession(String sql) throws SQLException {
    Effect effect = Effects.of(sql, SqlSyntax.SQLITE).get(0);
    if (effect instanceof Attaches attached) {
      run("attach ':memory:' as " + SqlText.name(attached.schema()));
    } else if (!(effect instanceof Pragma)) {
      run(sql);
    }
  }

  @Override
  void endSession() throws SQLException {
    super.endSession();
    if (twin != null) {
      twin.endSession();
    }
  }

  /** Lets the twin have what {@code changes} have just made here. */
  void made(TableChanges changes) throws SQLException {
    if (twin != null) {
      twin.change(changes);
    }
  }

  @Override
  public void close() throws SQLException {
    super.close();
    if (twin != null) {
      twin.close();
    }
  }

  /** What such a database may look like as well; empty for the copy of a database. */
  Optional<TwinSchema> twin() {
    return Optional.ofNullable(twin);
  }

  static ScratchSchema copyOf(Connection database) throws SQLException {
    ScratchSchema scratch = empty();
    try (Statement query = database.createStatement()) {
      scratch.execute("pragma foreign_keys = off");
      try (ResultSet rows = query.executeQuery(OBJECTS)) {
        while (rows.next()) {
          scratch.copy(rows.getString(1), rows.getString(2), rows.getString(3));
        }
      }
      scratch.copyMissingReferences(database);
      try (ResultSet rows = query.executeQuery(HIDING)) {
        while (rows.next()) {
          scratch.hidden.add(rows.getString(1));
        }
      }
      return scratch;
    } catch (SQLException e) {
      scratch.close();
      throw e;
    }
  }

  private void copy(String sql, String object, String table) {
    try {
      execute(sql);
    } catch (SQLException e) {
      missing.add(new Missing(object, table, SqliteWords.of(e)));
    }
  }

  // To drop what a table refers to changes its rows, also where the copy lacks it.
  private void copyMissingReferences(Connection database) throws SQLException {
    for (Missing one : missing) {
      try (PreparedStatement query =
          database.prepareStatement("select \"table\" from pragma_foreign_key_list(?, 'main')")) {
        query.setString(1, one.table());
        try (ResultSet rows = query.executeQuery()) {
          while (rows.next()) {
            missingReferences.add(List.of(one.table(), rows.getString(1)));
          }
        }
      }
    }
  }

  /**
   * Whether the connection that was copied has something temporary of the name of {@code table}.
   */
  boolean isHidden(String table) {
    return hidden.stream().anyMatch(name -> SqlText.sameName(name, table));
  }

  /** What the copy lacks of {@code table}. */
  Optional<Missing> missing(String table) {
    return missing.stream().filter(one -> SqlText.sameName(one.table(), table)).findFirst();
  }

  /** The table as SQLite names it, with its text; empty if there is no such table. */
  Optional<StoredTable> table(String name) {
    return rows(
            "select s.name, s.sql, l.type from sqlite_schema s, pragma_table_list(s.name) l"
                + " where l.schema = 'main' and s.type = 'table' and s.name = ? collate nocase",
            name)
        .stream()
        .map(row -> new StoredTable(row.get(0), row.get(1), row.get(2)))
        .findFirst();
  }

  /** {@code wanted}, or the next name like it that no table has. */
  String unusedTable(String wanted) {
    String name = wanted;
    while (table(name).isPresent()) {
      name += "_";
    }
    return name;
  }

  /**
   * A table as SQLite keeps it.
   *
   * @param type SQLite's word for what it is: {@code table}, {@code virtual}, {@code shadow}
   */
  record StoredTable(String name, String sql, String type) {}

  /** Columns that hold values of their own, in order: generated ones are left out. */
  List<String> storedColumns(String table) {
    return column("select name from pragma_table_xinfo(?) where hidden = 0 order by cid", table);
  }

  /** All columns, in order. */
  List<String> columns(String table) {
    return column("select name from pragma_table_xinfo(?) order by cid", table);
  }

  /** The words of a column's type; empty if there are none, or no such column. */
  String typeOf(String table, String column) {
    return String.join(
        "",
        column(
            "select type from pragma_table_xinfo(?) where name = ? collate nocase", table, column));
  }

  /** Whether the table holds each column to its type. */
  boolean isStrict(String table) {
    return !column("select 1 from pragma_table_list(?) where schema = 'main' and strict", table)
        .isEmpty();
  }

  /** The columns of the primary key, in its order; none if there is no key. */
  List<String> primaryKey(String table) {
    return column("select name from pragma_table_xinfo(?) where pk > 0 order by pk", table);
  }

  /** The column that is the rowid itself, an integer primary key; there is no index behind it. */
  Optional<String> rowIdColumn(String table) {
    List<String> key = primaryKey(table);
    boolean index =
        !column("select 1 from pragma_index_list(?) where origin = 'pk'", table).isEmpty();
    return key.size() == 1 && !index ? Optional.of(key.get(0)) : Optional.empty();
  }

  /** Whether {@code columns}, in any order, are the primary key or unique. */
  boolean isKey(String table, List<String> columns) {
    Set<String> wanted = lowerCase(columns);
    return lowerCase(primaryKey(table)).equals(wanted)
        || column("select name from pragma_index_list(?) where \"unique\" and not partial", table)
            .stream()
            .map(index -> lowerCase(column("select name from pragma_index_info(?)", index)))
            .anyMatch(wanted::equals);
  }

  private static Set<String> lowerCase(List<String> names) {
    return names.stream().map(SqlText::folded).collect(Collectors.toSet());
  }

  /** The columns of the primary key that take no nulls, whether that is said or not. */
  List<String> primaryKeyWithoutNulls(String table) {
    List<String> columns =
        column("select name from pragma_table_xinfo(?) where pk > 0 and \"notnull\"", table);
    return Stream.concat(columns.stream(), rowIdColumn(table).stream()).distinct().toList();
  }

  /** A name for the rowid that no column has; empty if there is none, or no rowid. */
  Optional<String> rowIdName(String table) {
    List<String> columns = columns(table);
    return ROW_IDS.stream()
        .filter(name -> columns.stream().noneMatch(column -> SqlText.sameName(column, name)))
        .filter(name -> compiles("select " + name + " from " + SqlText.name(table)))
        .findFirst();
  }

  /**
   * The columns, as SQL, by which a table keeps its rows in ascending order; none if they compare
   * in another way where they are kept than where they are asked for.
   */
  List<String> keyOfOrder(String table) {
    List<String> key =
        rowIdName(table)
            .or(() -> rowIdColumn(table).map(SqlText::name))
            .map(List::of)
            .orElseGet(() -> keyWithoutRowId(table));
    return key.isEmpty() || sorts(table, String.join(", ", key)) ? List.of() : key;
  }

  // The key of any other table may be null.
  private List<String> keyWithoutRowId(String table) {
    return column("select 1 from pragma_table_list(?) where schema = 'main' and wr", table)
            .isEmpty()
        ? List.of()
        : primaryKey(table).stream().map(SqlText::name).toList();
  }

  private boolean sorts(String table, String order) {
    return rows(
            "explain query plan select 1 from %s order by %s".formatted(SqlText.name(table), order))
        .stream()
        .anyMatch(step -> step.get(3).contains("TEMP B-TREE"));
  }

  /** The table's own indexes and triggers, in the order of their making. */
  List<Companion> companions(String table) {
    return rows(
            "select type, name, sql from sqlite_schema where type in ('index', 'trigger')"
                + " and sql <> '' and tbl_name = ? collate nocase order by type, rowid",
            table)
        .stream()
        .map(row -> new Companion(row.get(0), row.get(1), row.get(2)))
        .toList();
  }

  /** The index of this name; its text is empty if a constraint made it. */
  Optional<Companion> index(String name) {
    return rows(
            "select type, name, coalesce(sql, '') from sqlite_schema where type = 'index'"
                + " and name = ? collate nocase",
            name)
        .stream()
        .map(row -> new Companion(row.get(0), row.get(1), row.get(2)))
        .findFirst();
  }

  /** An index or a trigger of a table, with its text. */
  record Companion(String type, String name, String sql) {}

  /** What the foreign keys of {@code table} refer to, whatever they do there. */
  Set<ForeignKeyText> foreignKeys(String table) {
    Map<String, List<List<String>>> parts = new LinkedHashMap<>();
    rows(
            "select id, \"table\", \"from\", coalesce(\"to\", (select name from"
                + " pragma_table_xinfo(f.\"table\") where pk = f.seq + 1), '')"
                + " from pragma_foreign_key_list(?) f order by id, seq",
            table)
        .forEach(row -> parts.computeIfAbsent(row.get(0), id -> new ArrayList<>()).add(row));
    return parts.values().stream()
        .map(
            key ->
                ForeignKeyText.of(
                    key.get(0).get(1),
                    key.stream().map(row -> row.get(2)).toList(),
                    key.stream().map(row -> row.get(3)).toList()))
        .collect(Collectors.toSet());
  }

  /** A foreign key by what it refers to; all names folded, as SQLite compares them. */
  record ForeignKeyText(String parent, List<String> columns, List<String> parentColumns) {
    static ForeignKeyText of(String parent, List<String> columns, List<String> parentColumns) {
      return new ForeignKeyText(
          SqlText.folded(parent),
          columns.stream().map(SqlText::folded).toList(),
          parentColumns.stream().map(SqlText::folded).toList());
    }
  }

  /** The tables with a foreign key to {@code table}. */
  List<String> referrers(String table) {
    return Stream.concat(references().stream(), missingReferences.stream())
        .filter(reference -> SqlText.sameName(reference.get(1), table))
        .map(reference -> reference.get(0))
        .sorted()
        .distinct()
        .toList();
  }

  /**
   * The tables with a foreign key that SQLite cannot check: what it refers to is no key there, or
   * is not there.
   */
  List<String> tablesWithBrokenForeignKeys() {
    return references().stream()
        .map(reference -> reference.get(0))
        .distinct()
        .filter(table -> !canCheckForeignKeys(table))
        .toList();
  }

  // Which table refers to which. A text without the word has no foreign key; to look for it costs a
  // fraction of asking SQLite, which would be asked first without the "cross".
  private List<List<String>> references() {
    return rows(
        "select s.name, f.\"table\" from sqlite_schema s"
            + " cross join pragma_foreign_key_list(s.name) f"
            + " where s.type = 'table' and instr(lower(s.sql), 'references') > 0");
  }

  /** Whether all that the foreign keys of {@code table} refer to is a key there. */
  boolean canCheckForeignKeys(String table) {
    return compiles("pragma foreign_key_check(" + SqlText.text(table) + ")");
  }
}
