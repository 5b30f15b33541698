package dev.aludel.migrations.dialect.sqlite;

import dev.aludel.migrations.dialect.TranslatedStatement;
import dev.aludel.migrations.dialect.sqlite.ScratchSchema.StoredTable;
import dev.aludel.migrations.operation.TableChange;
import dev.aludel.migrations.script.ScriptStatement;
import dev.aludel.migrations.sql.Lexer;
import dev.aludel.migrations.sql.SqlSyntax;
import dev.aludel.migrations.sql.Token;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The way round what SQLite's {@code alter table} cannot do: a new table, made from the text of the
 * old one, the rows copied, the names exchanged. The steps are those of section 7 of SQLite's
 * "ALTER TABLE" page, with a guard wherever something could be lost. Foreign keys are off
 * meanwhile.
 */
final class TableRebuild {
  private static final String SNAPSHOT = "temp.aludel_schema";
  private static final List<String> ROW_IDS = List.of("rowid", "_rowid_", "oid");

  private final ScratchSchema schema;
  private final StoredTable old;
  private final String newSql;
  private final List<String> droppedColumns;
  private final ScriptStatement origin;
  private final List<TranslatedStatement> statements = new ArrayList<>();

  TableRebuild(
      ScratchSchema schema,
      StoredTable old,
      String newSql,
      List<TableChange> changes,
      ScriptStatement origin) {
    this.schema = schema;
    this.old = old;
    this.newSql = newSql;
    this.droppedColumns = changes.stream().flatMap(TableRebuild::droppedColumn).toList();
    this.origin = origin;
  }

  private static Stream<String> droppedColumn(TableChange change) {
    return change instanceof TableChange.DropColumn drop
        ? Stream.of(drop.column().value())
        : Stream.empty();
  }

  /** The statements, each of which has run on the scratch schema. */
  List<TranslatedStatement> statements() throws SQLException {
    String temporary = unusedName();
    guardText();
    change(
        "create temp table aludel_schema as select type, name, tbl_name, sql from sqlite_schema");
    List<String> companions = companions();
    change(renamed(newSql, temporary));
    copy(temporary);
    exchange(temporary);
    for (String companion : companions) {
      change(companion);
    }
    guardSchema();
    change("drop table " + SNAPSHOT);
    return statements;
  }

  private void change(String sql) throws SQLException {
    schema.execute(sql);
    statements.add(TranslatedStatement.change(sql, origin));
  }

  private void guard(String sql, String complaint) throws SQLException {
    schema.compile(sql);
    statements.add(TranslatedStatement.guard(sql, origin, complaint));
  }

  private String unusedName() throws SQLException {
    String name = "aludel_new_" + old.name();
    while (schema.table(name).isPresent()) {
      name += "_";
    }
    return name;
  }

  private void guardText() throws SQLException {
    guard(
        "select %s where not exists (select 1 from sqlite_schema where type = 'table' and name = %s and sql = %s)"
            .formatted(SqlText.text(old.name()), SqlText.text(old.name()), SqlText.text(old.sql())),
        "the table is not what it was when the change was planned; run again");
  }

  private void copy(String temporary) throws SQLException {
    List<String> columns = new ArrayList<>(schema.storedColumns(old.name()));
    columns.retainAll(schema.storedColumns(temporary));
    String list = SqlText.names(columns);
    String rowId = hiddenRowId(temporary).map(name -> name + ", ").orElse("");
    change(
        "insert into %s (%s%s) select %s%s from %s"
            .formatted(
                SqlText.name(temporary), rowId, list, rowId, list, SqlText.name(old.name())));
    guard(
        "select a || ' before, ' || b || ' after' from (select (select count(*) from %s) as a, (select count(*) from %s) as b) where a <> b"
            .formatted(SqlText.name(old.name()), SqlText.name(temporary)),
        "the copy of %s has another number of rows".formatted(old.name()));
    copySequence(temporary);
  }

  // A table without an integer primary key has rowids that no column shows; they are kept too.
  private Optional<String> hiddenRowId(String temporary) throws SQLException {
    List<String> names = schema.column("select lower(name) from pragma_table_xinfo(?)", old.name());
    for (String name : ROW_IDS) {
      String query = "select " + name + " from ";
      if (!names.contains(name)
          && schema.compiles(query + SqlText.name(old.name()))
          && schema.compiles(query + SqlText.name(temporary))) {
        return showsRowId(temporary) ? Optional.empty() : Optional.of(name);
      }
    }
    return Optional.empty();
  }

  // An integer primary key is the rowid itself, and there is no index behind it.
  private boolean showsRowId(String table) throws SQLException {
    List<List<String>> key =
        schema.rows("select type from pragma_table_xinfo(?) where pk > 0", table);
    boolean index =
        !schema.column("select 1 from pragma_index_list(?) where origin = 'pk'", table).isEmpty();
    return key.size() == 1 && !index;
  }

  private void copySequence(String temporary) throws SQLException {
    if (!newSqlHasSequence()) {
      return;
    }
    String name = SqlText.text(temporary);
    change("delete from sqlite_sequence where name = " + name);
    change(
        "insert into sqlite_sequence (name, seq) select %s, seq from sqlite_sequence where name = %s"
            .formatted(name, SqlText.text(old.name())));
  }

  private boolean newSqlHasSequence() {
    return Lexer.substance(newSql, SqlSyntax.SQLITE).stream()
        .anyMatch(token -> token.isWord("autoincrement"));
  }

  private void exchange(String temporary) throws SQLException {
    change("drop table " + SqlText.name(old.name()));
    change("pragma legacy_alter_table = on");
    change(
        "alter table %s rename to %s".formatted(SqlText.name(temporary), SqlText.name(old.name())));
    change("pragma legacy_alter_table = off");
  }

  /** The table's indexes and triggers, but the indexes of a column that goes. */
  private List<String> companions() throws SQLException {
    return schema.companions(old.name()).stream()
        .filter(sql -> !isIndexOfDroppedColumn(sql))
        .toList();
  }

  private boolean isIndexOfDroppedColumn(String sql) {
    List<Token> tokens = Lexer.substance(sql, SqlSyntax.SQLITE);
    boolean index = tokens.get(1).isWord("index") || tokens.get(1).isWord("unique");
    int first = 0;
    while (first < tokens.size() && !tokens.get(first).isSymbol('(')) {
      first++;
    }
    List<Token> behindTable = tokens.subList(first, tokens.size());
    return index
        && droppedColumns.stream()
            .anyMatch(
                column -> behindTable.stream().anyMatch(token -> TableText.names(token, column)));
  }

  private void guardSchema() throws SQLException {
    String others =
        "select type, name, tbl_name, sql from %s where tbl_name <> %s collate nocase and name not like 'sqlite\\_%%' escape '\\'";
    String before = others.formatted(SNAPSHOT, SqlText.text(old.name()));
    String after = others.formatted("sqlite_schema", SqlText.text(old.name()));
    guard(
        "select type || ' ' || name from (select * from (%1$s except %2$s) union select * from (%2$s except %1$s))"
            .formatted(before, after),
        "the rebuild of %s would change these too".formatted(old.name()));
  }

  /** The text with another name for the table, also where its expressions name it. */
  private String renamed(String sql, String name) {
    TableText table = TableTextParser.parse(sql);
    List<TextEdit> edits = new ArrayList<>();
    edits.add(new TextEdit(table.name().offset(), table.name().end(), SqlText.name(name)));
    List<Token> tokens = Lexer.substance(sql, SqlSyntax.SQLITE);
    for (int i = 1; i + 1 < tokens.size(); i++) {
      Token token = tokens.get(i);
      boolean qualifier =
          token.offset() > table.name().offset()
              && tokens.get(i + 1).isSymbol('.')
              && TableText.names(token, old.name());
      if (qualifier) {
        edits.add(TextEdit.delete(token.offset(), tokens.get(i + 1).end()));
      }
    }
    return TextEdit.apply(sql, edits);
  }
}
