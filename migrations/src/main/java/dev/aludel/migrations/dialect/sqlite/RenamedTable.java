package dev.aludel.migrations.dialect.sqlite;

import dev.aludel.migrations.sql.Lexer;
import dev.aludel.migrations.sql.SqlSyntax;
import dev.aludel.migrations.sql.Token;
import java.util.ArrayList;
import java.util.List;

/**
 * The text of a table under another name. Expressions that name columns with their table name them
 * without it, since SQLite would not follow the second renaming there.
 */
final class RenamedTable {
  private RenamedTable() {}

  static String text(String sql, String oldName, String newName) {
    Token name = TableTextParser.parse(sql).name();
    List<TextEdit> edits = new ArrayList<>();
    edits.add(new TextEdit(name.offset(), name.end(), SqlText.name(newName)));
    List<Token> tokens = Lexer.substance(sql, SqlSyntax.SQLITE);
    int first = tokens.indexOf(name) + 1;
    for (int i = first; i + 2 < tokens.size(); i++) {
      boolean qualifies = isName(tokens.get(i), oldName) && tokens.get(i + 1).isSymbol('.');
      if (qualifies) {
        edits.addAll(unqualified(tokens, i));
      }
    }
    return TextEdit.apply(sql, edits);
  }

  // Comments between the parts of the name stay.
  private static List<TextEdit> unqualified(List<Token> tokens, int table) {
    boolean schema = tokens.get(table - 1).isSymbol('.');
    List<TextEdit> edits = new ArrayList<>();
    for (Token token : tokens.subList(schema ? table - 2 : table, table + 2)) {
      edits.add(TextEdit.delete(token.offset(), token.end()));
    }
    Token column = tokens.get(table + 2);
    // Without the dot before it, a name in single quotes would be a string.
    edits.add(new TextEdit(column.offset(), column.end(), SqlText.name(TableText.valueOf(column))));
    return edits;
  }

  private static boolean isName(Token token, String name) {
    boolean quoted = token.kind() == Token.Kind.STRING || token.kind() == Token.Kind.QUOTED_NAME;
    return (quoted || token.kind() == Token.Kind.WORD)
        && SqlText.sameName(TableText.valueOf(token), name);
  }
}
