package dev.aludel.migrations.run;

import dev.aludel.migrations.run.TestDatabase.Kind;
import dev.aludel.migrations.sql.Lexer;
import dev.aludel.migrations.sql.SqlSyntax;
import dev.aludel.migrations.sql.Token;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** All of a database that two ways of migrating must have in common: schema, rows, journal. */
final class Snapshot {
  private static final String JOURNAL =
      "select sequence || ' ' || revision || ' ' || direction || ' ' || checksum || ' ' ||"
          + " statements || ' ' || aludel_version || case when finished_time >= started_time then '"
          + " finished' else '' end from aludel_journal order by sequence";

  private static final List<String> SQLITE_SCHEMA =
      List.of(
          "select 'object ' || type || ' ' || name || ' of ' || tbl_name from sqlite_schema",
          "select 'table ' || name || ' ' || type || ' strict=' || strict || ' rowids=' || (wr = 0)"
              + " from pragma_table_list where schema = 'main'",
          """
          select 'column ' || s.name || '.' || x.name || ' at ' || x.cid || ': ' || lower(x.type)
            || ' notnull=' || x."notnull" || ' default=' || coalesce(x.dflt_value, '-')
            || ' pk=' || x.pk || ' hidden=' || x.hidden
          from sqlite_schema s, pragma_table_xinfo(s.name) x where s.type = 'table'\
          """,
          """
          select 'index ' || s.name || ' ' || i."unique" || i.origin || i.partial || ': '
            || coalesce(x.name, 'expression') || ' ' || x.seqno || ' ' || x.coll || ' ' || x."desc" || x.key
          from sqlite_schema s, pragma_index_list(s.name) i, pragma_index_xinfo(i.name) x
          where s.type = 'table'\
          """,
          """
          select 'key ' || s.name || ' ' || f.id || ' ' || f.seq || ' ' || f."from" || ' to ' || f."table" || '.'
            || coalesce(f."to", '') || ' ' || f.on_update || ' ' || f.on_delete || ' ' || f."match"
          from sqlite_schema s, pragma_foreign_key_list(s.name) f where s.type = 'table'\
          """);

  private static final List<String> POSTGRES_SCHEMA =
      List.of(
          "select 'relation ' || relname || ' ' || relkind::text from pg_class"
              + " where relnamespace = 'public'::regnamespace",
          """
          select 'column ' || c.relname || '.' || a.attname || ' at ' || a.attnum || ': '
            || format_type(a.atttypid, a.atttypmod) || ' ' || a.attnotnull || a.attidentity::text
            || a.attisdropped || ' default=' || coalesce(pg_get_expr(d.adbin, d.adrelid), '-')
          from pg_attribute a join pg_class c on c.oid = a.attrelid
          left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
          where a.attnum > 0 and c.relkind = 'r' and c.relnamespace = 'public'::regnamespace\
          """,
          "select 'constraint ' || conname || ' ' || conrelid::regclass || ' '"
              + " || pg_get_constraintdef(oid) from pg_constraint"
              + " where connamespace = 'public'::regnamespace",
          "select pg_get_indexdef(indexrelid) from pg_index join pg_class on pg_class.oid ="
              + " indrelid where relnamespace = 'public'::regnamespace");

  private static final String SQLITE_TEXTS = "select sql from sqlite_schema where sql is not null";

  private Snapshot() {}

  /** A line for each thing. */
  static List<String> of(TestDatabase database, Kind kind) {
    List<String> lines = new ArrayList<>();
    try (Connection connection = database.connect()) {
      for (String query : kind == Kind.SQLITE ? SQLITE_SCHEMA : POSTGRES_SCHEMA) {
        lines.addAll(TestDatabase.query(connection, query));
      }
      if (kind == Kind.SQLITE) {
        TestDatabase.query(connection, SQLITE_TEXTS).forEach(text -> lines.add(tokens(text)));
      }
      for (String table : TestDatabase.query(connection, database.tablesQuery())) {
        String query = table.equals("aludel_journal") ? JOURNAL : rows(connection, kind, table);
        lines.addAll(TestDatabase.query(connection, query));
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    Collections.sort(lines);
    return lines;
  }

  // SQLite leaves other blanks and quotes where it changes a table in place than a new table has.
  private static String tokens(String text) {
    List<String> tokens = new ArrayList<>();
    Lexer lexer = new Lexer(text);
    for (Token token = lexer.next(SqlSyntax.SQLITE);
        token.kind() != Token.Kind.END;
        token = lexer.next(SqlSyntax.SQLITE)) {
      if (token.isSubstance()) {
        tokens.add(token.text().replaceFirst("^\"(\\w+)\"$", "$1"));
      }
    }
    return String.join(" ", tokens);
  }

  private static String rows(Connection connection, Kind kind, String table) throws SQLException {
    String name = "\"" + table.replace("\"", "\"\"") + "\"";
    if (kind == Kind.POSTGRESQL) {
      return "select '%s ' || t::text from %s t".formatted(table, name);
    }
    List<String> columns =
        TestDatabase.query(connection, "select name from pragma_table_xinfo('%s')".formatted(table))
            .stream()
            .map(column -> "quote(\"" + column.replace("\"", "\"\"") + "\")")
            .toList();
    return "select '%s ' || %s from %s"
        .formatted(table, String.join(" || ', ' || ", columns), name);
  }
}
