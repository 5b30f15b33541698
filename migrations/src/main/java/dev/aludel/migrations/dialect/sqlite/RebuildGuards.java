package dev.aludel.migrations.dialect.sqlite;

import dev.aludel.migrations.dialect.TranslatedStatement;
import dev.aludel.migrations.dialect.sqlite.ScratchSchema.Companion;
import dev.aludel.migrations.dialect.sqlite.ScratchSchema.StoredTable;
import dev.aludel.migrations.script.ScriptStatement;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What must hold before and after a rebuild, whoever else changed the schema meanwhile. */
final class RebuildGuards {
  static final String SNAPSHOT =
      "create temp table aludel_schema as select type, name, tbl_name, sql from main.sqlite_schema";
  static final String DROP_SNAPSHOT = "drop table temp.aludel_schema";

  private final ScratchSchema schema;
  private final StoredTable table;
  private final List<Companion> companions;
  private final ScriptStatement origin;

  RebuildGuards(ScratchSchema schema, StoredTable table, ScriptStatement origin) {
    this.schema = schema;
    this.table = table;
    this.companions = schema.companions(table.name());
    this.origin = origin;
  }

  /** The table and its own indexes and triggers are what the rebuild was made for. */
  TranslatedStatement unchanged() {
    return schema.twin().map(this::asReplayed).orElseGet(this::asCopied);
  }

  private TranslatedStatement asCopied() {
    return guard(
        compared(List.of(table.sql()), "sql")
            + " select type || ' ' || name from (select * from (select * from aludel_expected"
            + " except select * from aludel_actual) union select * from (select * from"
            + " aludel_actual except select * from aludel_expected))",
        "the table is not what it was when the change was planned; run again");
  }

  // What stands before the first bracket is the name, which a rebuild quotes.
  private TranslatedStatement asReplayed(TwinSchema twin) {
    List<String> texts =
        Stream.concat(Stream.of(table.sql()), twin.textOf(table).stream())
            .map(text -> text.substring(text.indexOf('(')))
            .distinct()
            .toList();
    return guard(
        compared(texts, "case type when 'table' then substr(sql, instr(sql, '(')) else sql end")
            + " select type || ' ' || name from (select type, name from aludel_expected except"
            + " select type, name from (select * from aludel_expected intersect select * from"
            + " aludel_actual) union select type, name from (select * from aludel_actual except"
            + " select * from aludel_expected))",
        "the table %s is not what the revisions make of it, but was changed in another way; run Aludel on the database itself, which makes the change from the table as it is"
            .formatted(table.name()));
  }

  private String compared(List<String> texts, String actualText) {
    Stream<String> tables = texts.stream().map(text -> row("table", table.name(), text));
    Stream<String> others = companions.stream().map(one -> row(one.type(), one.name(), one.sql()));
    return "with aludel_expected (type, name, sql) as (values %s), aludel_actual as (select type, name, %s from main.sqlite_schema where sql is not null and tbl_name = %s collate nocase)"
        .formatted(
            Stream.concat(tables, others).collect(Collectors.joining(", ")), actualText, name());
  }

  private static String row(String type, String name, String sql) {
    return "(" + SqlText.texts(List.of(type, name, sql)) + ")";
  }

  /** Nothing temporary hides the table, or is lost with it. */
  TranslatedStatement notHidden() {
    return guard(
        "select type || ' ' || name from temp.sqlite_schema where name = %1$s collate nocase or tbl_name = %1$s collate nocase"
            .formatted(name()),
        "%s cannot be rebuilt while these temporary objects of the connection depend on it or have its name"
            .formatted(table.name()));
  }

  /** Every row has its copy. */
  TranslatedStatement allCopied(String copy) {
    return guard(
        "select b || ' before, ' || a || ' after' from (select (select count(*) from main.%s) as a, (select count(*) from main.%s) as b) where a <> b"
            .formatted(SqlText.name(copy), SqlText.name(table.name())),
        "the copy of %s, %s, has another number of rows".formatted(table.name(), copy));
  }

  /** All that is not the table's own is what it was. */
  TranslatedStatement othersUnchanged() {
    String others =
        "select type, name, tbl_name, sql from %s where tbl_name <> %s collate nocase and name not"
            + " like 'sqlite\\_%%' escape '\\'";
    String before = others.formatted("temp.aludel_schema", name());
    String after = others.formatted("main.sqlite_schema", name());
    return guard(
        "select type || ' ' || name from (select * from (%1$s except %2$s) union select * from (%2$s except %1$s))"
            .formatted(before, after),
        "the rebuild of %s would change these too".formatted(table.name()));
  }

  private String name() {
    return SqlText.text(table.name());
  }

  private TranslatedStatement guard(String sql, String complaint) {
    return TranslatedStatement.guard(sql, origin, complaint);
  }
}
