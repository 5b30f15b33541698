package dev.aludel.migrations.backup;

import dev.aludel.migrations.dialect.TranslatedStatement;
import dev.aludel.migrations.dialect.TranslatedStep;
import dev.aludel.migrations.sql.Lexer;
import dev.aludel.migrations.sql.SqlSyntax;
import dev.aludel.migrations.sql.Token;
import java.util.List;

/**
 * Finds the statements that drop a table or a column, by SQLite's grammar. A rebuild drops the old
 * table, so it is among them.
 */
final class Drops {
  private final List<Token> tokens;

  private Drops(String sql) {
    this.tokens = Lexer.substance(sql, SqlSyntax.SQLITE);
  }

  static boolean areIn(List<TranslatedStep> steps) {
    return steps.stream()
        .flatMap(step -> step.statements().stream())
        .map(TranslatedStatement::sql)
        .anyMatch(Drops::isDrop);
  }

  static boolean isDrop(String sql) {
    Drops statement = new Drops(sql);
    return statement.at(0, "drop", "table") || statement.dropsColumn();
  }

  // "alter table [SCHEMA.]TABLE drop [column] NAME", but not "drop constraint NAME".
  private boolean dropsColumn() {
    int action = tokens.size() > 3 && tokens.get(3).isSymbol('.') ? 5 : 3;
    return at(0, "alter", "table") && at(action, "drop") && !at(action + 1, "constraint");
  }

  private boolean at(int index, String... words) {
    for (int i = 0; i < words.length; i++) {
      if (index + i >= tokens.size() || !tokens.get(index + i).isWord(words[i])) {
        return false;
      }
    }
    return true;
  }
}
