package dev.aludel.migrations.dialect;

import dev.aludel.migrations.dialect.TranslatedStep.ForeignKeys;
import dev.aludel.migrations.revision.Direction;
import dev.aludel.migrations.run.Dialects;
import dev.aludel.migrations.script.RevisionScript;
import dev.aludel.migrations.script.ScriptStatement;
import dev.aludel.migrations.sql.DatabaseProduct;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Portable statements at line 4 of a script {@code a.sql}, translated for some tables. */
final class Statements {
  private static final List<String> TABLES =
      List.of(
          "create table t (id int, a int, b int, c int)",
          "create unique index t_a on t (a)",
          "create table u (id int, a int, b int)",
          "create table p (id int primary key)",
          "create table \"Odd Name\" (\"order\" int)");

  private Statements() {}

  static List<String> translated(DatabaseProduct product, String sql) {
    List<ScriptStatement> statements =
        RevisionScript.read("a.sql", "--@ revision a1\n--@ revises base\n--@ upgrade\n" + sql)
            .body()
            .statements(Direction.UPGRADE, product);
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:");
        Statement create = connection.createStatement()) {
      for (String table : TABLES) {
        create.execute(table);
      }
      try (Translation translation =
          Dialects.of(product).translation(connection, ForeignKeys.ENFORCED)) {
        return translation.translate(statements).statements().stream()
            .map(TranslatedStatement::sql)
            .toList();
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
