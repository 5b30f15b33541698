package dev.aludel.app.documents;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** What is in a database, as far as two ways to the same revision must agree. */
final class DatabaseContent {
  private static final String VERSIONS = "select version_num from alembic_version order by 1";

  private static final String JOURNAL =
      "select sequence || ' ' || revision || ' ' || direction || ' ' || checksum || ' ' ||"
          + " statements || ' ' || aludel_version || ' ' || (finished_time >= started_time) from"
          + " aludel_journal order by sequence";

  private static final List<String> SQLITE =
      List.of(
          "select type || ' ' || name || ' of ' || tbl_name from sqlite_schema order by 1",
          """
          select s.name || '.' || x.name || ' ' || x.cid || ' ' || lower(x.type) || ' ' || x."notnull"
            || ' ' || coalesce(x.dflt_value, '-') || ' ' || x.pk
          from sqlite_schema s, pragma_table_xinfo(s.name) x where s.type = 'table' order by 1\
          """,
          """
          select s.name || ' ' || f."from" || ' to ' || f."table" || ' ' || f.on_delete
          from sqlite_schema s, pragma_foreign_key_list(s.name) f where s.type = 'table' order by 1\
          """);

  private static final List<String> POSTGRES =
      List.of(
          """
          select table_name || '.' || column_name || ' ' || ordinal_position || ' ' || data_type || ' '
            || is_nullable || ' ' || coalesce(column_default, '-')
          from information_schema.columns where table_schema = 'public' order by 1\
          """,
          "select indexdef from pg_indexes where schemaname = 'public' order by 1",
          "select conname || ' ' || conrelid::regclass || ' ' || pg_get_constraintdef(oid)"
              + " from pg_constraint where connamespace = 'public'::regnamespace order by 1");

  private DatabaseContent() {}

  /** A line for each thing. */
  static String of(String jdbcUrl) throws SQLException {
    List<String> queries = new ArrayList<>(List.of(VERSIONS, JOURNAL));
    queries.addAll(jdbcUrl.startsWith("jdbc:sqlite") ? SQLITE : POSTGRES);
    List<String> lines = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection(jdbcUrl);
        Statement statement = connection.createStatement()) {
      for (String query : queries) {
        try (ResultSet rows = statement.executeQuery(query)) {
          while (rows.next()) {
            lines.add(rows.getString(1));
          }
        }
      }
    }
    return String.join("\n", lines);
  }
}
