package dev.aludel.migrations.dialect.sqlite;

import dev.aludel.migrations.sql.Lexer;
import dev.aludel.migrations.sql.SqlSyntax;
import dev.aludel.migrations.sql.Token;
import java.util.List;
import java.util.Optional;

/** A table that is made of what a query answers: {@code create table t as select ...}. */
final class TableFromQuery {
  private TableFromQuery() {}

  /**
   * The statement with the same columns and no rows, for who wants to know the table alone; every
   * other statement as it is.
   */
  static String withoutRows(String sql) {
    List<Token> tokens = Lexer.substance(sql, SqlSyntax.SQLITE);
    return query(tokens)
        .map(
            query ->
                "%sselect * from (%s\n) limit 0"
                    .formatted(sql.substring(0, query.offset()), sql.substring(query.offset())))
        .orElse(sql);
  }

  // The columns of a table that is made without a query stand in brackets.
  private static Optional<Token> query(List<Token> tokens) {
    if (!makesTable(tokens)) {
      return Optional.empty();
    }
    for (int i = 2; i + 1 < tokens.size() && !tokens.get(i).isSymbol('('); i++) {
      if (tokens.get(i).isWord("as")) {
        return Optional.of(tokens.get(i + 1));
      }
    }
    return Optional.empty();
  }

  private static boolean makesTable(List<Token> tokens) {
    return tokens.size() > 2
        && tokens.get(0).isWord("create")
        && (tokens.get(1).isWord("table") || tokens.get(2).isWord("table"));
  }
}
