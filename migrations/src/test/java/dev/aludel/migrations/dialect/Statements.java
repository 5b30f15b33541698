package dev.aludel.migrations.dialect;

import dev.aludel.migrations.revision.Direction;
import dev.aludel.migrations.run.Dialects;
import dev.aludel.migrations.script.RevisionScript;
import dev.aludel.migrations.script.ScriptStatement;
import dev.aludel.migrations.sql.DatabaseProduct;
import java.util.List;

/** Portable statements at line 4 of a script {@code a.sql}, translated. */
final class Statements {
  private Statements() {}

  static List<String> translated(DatabaseProduct product, String sql) {
    return translated(Dialects.of(product), sql);
  }

  private static List<String> translated(Dialect dialect, String sql) {
    List<ScriptStatement> statements =
        RevisionScript.read("a.sql", "--@ revision a1\n--@ revises base\n--@ upgrade\n" + sql)
            .body()
            .statements(Direction.UPGRADE, dialect.product());
    return statements.stream().flatMap(statement -> dialect.translate(statement).stream()).toList();
  }
}
