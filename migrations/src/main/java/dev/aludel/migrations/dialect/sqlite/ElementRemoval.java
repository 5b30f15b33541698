package dev.aludel.migrations.dialect.sqlite;

import dev.aludel.migrations.dialect.sqlite.TableText.Span;
import dev.aludel.migrations.sql.Lexer;
import dev.aludel.migrations.sql.SqlSyntax;
import dev.aludel.migrations.sql.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Takes columns and constraints out of a table. Between two elements that stay, one comma stays if
 * there was any; no other does. Comments stay.
 */
final class ElementRemoval {
  private final List<Token> tokens;
  private final List<TextEdit> edits = new ArrayList<>();
  private final List<Token> commas = new ArrayList<>();

  private ElementRemoval(String sql) {
    this.tokens = Lexer.substance(sql, SqlSyntax.SQLITE);
  }

  static List<TextEdit> of(TableText table, Set<Span> removed) {
    return new ElementRemoval(table.sql()).edits(table, removed);
  }

  private List<TextEdit> edits(TableText table, Set<Span> removed) {
    int keptCommas = 0; // before the first element that stays, none is needed
    int end = table.name().end();
    for (Span element : table.elements()) {
      collectCommas(end, element.start());
      if (removed.contains(element)) {
        edits.add(TextEdit.delete(element.start(), element.end()));
      } else {
        deleteCommas(keptCommas);
        keptCommas = 1;
      }
      end = element.end();
    }
    collectCommas(end, table.elementsEnd());
    deleteCommas(0);
    return edits;
  }

  private void collectCommas(int from, int until) {
    tokens.stream()
        .filter(token -> token.offset() >= from && token.end() <= until && token.isSymbol(','))
        .forEach(commas::add);
  }

  private void deleteCommas(int kept) {
    commas.stream()
        .skip(kept)
        .forEach(comma -> edits.add(TextEdit.delete(comma.offset(), comma.end())));
    commas.clear();
  }
}
