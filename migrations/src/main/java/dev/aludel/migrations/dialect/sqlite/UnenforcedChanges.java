package dev.aludel.migrations.dialect.sqlite;

import dev.aludel.migrations.script.Excerpt;
import dev.aludel.migrations.script.ScriptException;
import dev.aludel.migrations.script.ScriptStatement;
import dev.aludel.migrations.sql.Lexer;
import dev.aludel.migrations.sql.SqlSyntax;
import dev.aludel.migrations.sql.Token;
import java.sql.SQLException;
import java.util.List;

/**
 * What must not run while foreign keys are off: a delete, or an update of a key that others refer
 * to, would leave undone what their foreign keys ask for.
 */
final class UnenforcedChanges {
  private final ScratchSchema schema;

  UnenforcedChanges(ScratchSchema schema) {
    this.schema = schema;
  }

  void refuse(List<ScriptStatement> statements) throws SQLException {
    for (ScriptStatement statement : statements) {
      List<Token> tokens = Lexer.substance(statement.text(), SqlSyntax.SQLITE);
      for (int i = 0; i < tokens.size(); i++) {
        if (isDelete(tokens, i) || isReplace(tokens, i)) {
          refuseIfReferred(statement, nameBehind(tokens, i + 1));
        } else if (isUpdate(tokens, i) && setsReferredColumn(tokens, i)) {
          refuseIfReferred(statement, nameBehind(tokens, i));
        }
      }
    }
  }

  private static boolean isDelete(List<Token> tokens, int index) {
    return tokens.get(index).isWord("delete") && follows(tokens, index, "from");
  }

  private static boolean isReplace(List<Token> tokens, int index) {
    return tokens.get(index).isWord("replace") && follows(tokens, index, "into");
  }

  private static boolean isUpdate(List<Token> tokens, int index) {
    boolean first = index == 0 || tokens.get(index - 1).isSymbol(')');
    return first && tokens.get(index).isWord("update");
  }

  private static boolean follows(List<Token> tokens, int index, String word) {
    return index + 1 < tokens.size() && tokens.get(index + 1).isWord(word);
  }

  private static String nameBehind(List<Token> tokens, int index) {
    return index + 1 < tokens.size() ? TableText.valueOf(tokens.get(index + 1)) : "";
  }

  private boolean setsReferredColumn(List<Token> tokens, int index) throws SQLException {
    String table = nameBehind(tokens, index);
    List<String> referred =
        schema.column(
            "select distinct coalesce(f.\"to\", (select name from pragma_table_xinfo(?1) where pk = f.seq + 1))"
                + " from sqlite_schema s, pragma_foreign_key_list(s.name) f"
                + " where s.type = 'table' and f.\"table\" = ?1 collate nocase",
            table);
    for (int i = index; i + 1 < tokens.size(); i++) {
      Token token = tokens.get(i);
      if (tokens.get(i + 1).isSymbol('=')
          && referred.stream().anyMatch(column -> TableText.names(token, column))) {
        return true;
      }
    }
    return false;
  }

  private void refuseIfReferred(ScriptStatement statement, String table) throws SQLException {
    List<String> referrers = schema.referrers(table);
    if (!referrers.isEmpty()) {
      throw new ScriptException(
          statement.position(),
          "\"%s\" runs in a revision that rebuilds a table, where foreign keys are off: what the foreign keys of %s ask for would not be done. Put it in a revision of its own."
              .formatted(Excerpt.of(statement.text()), String.join(", ", referrers)));
    }
  }
}
