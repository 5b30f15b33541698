package dev.aludel.migrations.dialect.sqlite;

import dev.aludel.migrations.database.SqliteWords;
import dev.aludel.migrations.dialect.TranslatedStatement;
import dev.aludel.migrations.script.Excerpt;
import dev.aludel.migrations.script.ScriptException;
import dev.aludel.migrations.sql.Lexer;
import dev.aludel.migrations.sql.SqlSyntax;
import dev.aludel.migrations.sql.Token;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;

/**
 * Compiles statements against an empty copy of a database's schema in memory, and changes the copy
 * as they go, so that a mistake in the last revision of a run is found before the first one runs.
 */
final class Rehearsal {
  private static final Set<String> CHANGES_SCHEMA = Set.of("create", "alter", "drop");

  // The tables behind a virtual table come with it; statistics and sequences with their tables.
  private static final String SCHEMA =
      "select s.sql from sqlite_schema s left join pragma_table_list l"
          + " on l.schema = 'main' and l.name = s.name and s.type = 'table'"
          + " where s.sql is not null and s.name not like 'sqlite\\_%' escape '\\'"
          + " and coalesce(l.type, '') <> 'shadow'"
          + " order by s.type <> 'table', s.type <> 'index', s.type <> 'view', s.rowid";

  private Rehearsal() {}

  static void of(Connection connection, List<TranslatedStatement> statements) throws SQLException {
    try (Connection scratch = DriverManager.getConnection("jdbc:sqlite::memory:")) {
      copySchema(connection, scratch);
      for (TranslatedStatement statement : statements) {
        rehearse(scratch, statement);
      }
    }
  }

  private static void copySchema(Connection from, Connection to) throws SQLException {
    try (Statement query = from.createStatement();
        ResultSet rows = query.executeQuery(SCHEMA);
        Statement create = to.createStatement()) {
      create.execute("pragma writable_schema = on");
      while (rows.next()) {
        create.execute(rows.getString(1));
      }
      create.execute("pragma writable_schema = off");
    }
  }

  private static void rehearse(Connection scratch, TranslatedStatement translated) {
    try {
      if (changesSchema(translated.sql())) {
        try (Statement statement = scratch.createStatement()) {
          statement.setEscapeProcessing(false);
          statement.execute(translated.sql());
        }
      } else {
        try (PreparedStatement compiled = scratch.prepareStatement(translated.sql())) {
          compiled.clearParameters();
        }
      }
    } catch (SQLException e) {
      throw new ScriptException(
          translated.origin().position(),
          "SQLite does not take \"%s\": %s. Nothing was run."
              .formatted(Excerpt.of(translated.sql()), SqliteWords.of(e)),
          e);
    }
  }

  private static boolean changesSchema(String sql) {
    List<Token> tokens = Lexer.substance(sql, SqlSyntax.SQLITE);
    return !tokens.isEmpty() && CHANGES_SCHEMA.contains(tokens.get(0).folded());
  }
}
