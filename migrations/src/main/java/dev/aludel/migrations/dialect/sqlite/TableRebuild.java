package dev.aludel.migrations.dialect.sqlite;

import dev.aludel.migrations.dialect.TranslatedStatement;
import dev.aludel.migrations.dialect.sqlite.ScratchSchema.Companion;
import dev.aludel.migrations.dialect.sqlite.ScratchSchema.StoredTable;
import dev.aludel.migrations.script.ScriptStatement;
import dev.aludel.migrations.sql.Lexer;
import dev.aludel.migrations.sql.SqlSyntax;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The way round what SQLite's {@code alter table} cannot do: a new table, made from the text of the
 * old one, the rows copied, the names exchanged. The steps are those of section 7 of SQLite's
 * "ALTER TABLE" page, with a guard wherever something could be lost. Foreign keys are off
 * meanwhile. All tables are named with their schema, since a temporary one may have the name too.
 */
final class TableRebuild {
  private final ScratchSchema schema;
  private final StoredTable old;
  private final Target target;
  private final ScriptStatement origin;
  private final String oldName;
  private final List<TranslatedStatement> statements = new ArrayList<>();

  /**
   * What the table becomes.
   *
   * @param sql its text, still under its own name
   * @param companions the indexes and triggers that it has afterwards
   * @param copied the columns that keep their values; generated ones may be among them
   */
  record Target(String sql, List<Companion> companions, List<String> copied) {
    Target {
      companions = List.copyOf(companions);
      copied = List.copyOf(copied);
    }
  }

  TableRebuild(ScratchSchema schema, StoredTable old, Target target, ScriptStatement origin) {
    this.schema = schema;
    this.old = old;
    this.target = target;
    this.origin = origin;
    this.oldName = "main." + SqlText.name(old.name());
  }

  /** The name of the new table while the old one is there. */
  static String temporaryName(String name) {
    return "aludel_new_" + name;
  }

  /** The statements, each of which has run on the scratch schema. */
  List<TranslatedStatement> statements() throws SQLException {
    String temporary = schema.unusedTable(temporaryName(old.name()));
    RebuildGuards guards = new RebuildGuards(schema, old, origin);
    guard(guards.unchanged());
    guard(guards.notHidden());
    change(RebuildGuards.SNAPSHOT);
    change(RenamedTable.text(target.sql(), old.name(), temporary));
    copy(temporary);
    guard(guards.allCopied(temporary));
    copySequence(temporary);
    exchange(temporary);
    for (Companion companion : target.companions()) {
      change(companion.sql());
    }
    guard(guards.othersUnchanged());
    change(RebuildGuards.DROP_SNAPSHOT);
    return statements;
  }

  private void change(String sql) throws SQLException {
    schema.execute(sql);
    statements.add(TranslatedStatement.change(sql, origin));
  }

  private void guard(TranslatedStatement guard) throws SQLException {
    schema.compile(guard.sql());
    statements.add(guard);
  }

  private void copy(String temporary) throws SQLException {
    List<String> columns = new ArrayList<>(target.copied());
    columns.retainAll(schema.storedColumns(old.name()));
    columns.retainAll(schema.storedColumns(temporary));
    List<String> names = new ArrayList<>(columns.stream().map(SqlText::name).toList());
    hiddenRowId(temporary).ifPresent(rowId -> names.add(0, rowId));
    String values = String.join(", ", names);
    if (names.isEmpty()) {
      schema.rowIdColumn(temporary).map(SqlText::name).ifPresent(names::add);
      values = "null"; // each row gets a new rowid, and nothing else stays of it
    }
    insert(
        "insert into main.%s (%s) select %s from %s"
            .formatted(SqlText.name(temporary), String.join(", ", names), values, oldName));
  }

  private void insert(String sql) throws SQLException {
    schema.execute(sql);
    statements.add(
        KeysetCopy.of(schema, old.name(), sql)
            .map(copy -> TranslatedStatement.copy(sql, copy, origin))
            .orElseGet(() -> TranslatedStatement.change(sql, origin)));
  }

  // A table without an integer primary key has rowids that no column shows; they are kept too.
  private Optional<String> hiddenRowId(String temporary) {
    return schema.rowIdColumn(temporary).isPresent()
        ? Optional.empty()
        : schema.rowIdName(old.name()).filter(name -> hasRowId(temporary, name));
  }

  private boolean hasRowId(String table, String name) {
    boolean column =
        schema.columns(table).stream().anyMatch(other -> SqlText.sameName(other, name));
    return !column && schema.compiles("select " + name + " from " + SqlText.name(table));
  }

  private void copySequence(String temporary) throws SQLException {
    boolean counts =
        Lexer.substance(target.sql(), SqlSyntax.SQLITE).stream()
            .anyMatch(token -> token.isWord("autoincrement"));
    if (counts) {
      String name = SqlText.text(temporary);
      change("delete from main.sqlite_sequence where name = " + name);
      change(
          "insert into main.sqlite_sequence (name, seq) select %s, seq from main.sqlite_sequence where name = %s"
              .formatted(name, SqlText.text(old.name())));
    }
  }

  private void exchange(String temporary) throws SQLException {
    change("drop table " + oldName);
    change("pragma legacy_alter_table = on");
    change(
        "alter table main.%s rename to %s"
            .formatted(SqlText.name(temporary), SqlText.name(old.name())));
    change("pragma legacy_alter_table = off");
  }
}
