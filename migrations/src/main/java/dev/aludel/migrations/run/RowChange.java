package dev.aludel.migrations.run;

import dev.aludel.migrations.dialect.Dialect;
import dev.aludel.migrations.sql.Lexer;
import dev.aludel.migrations.sql.SqlSyntax;
import dev.aludel.migrations.sql.Token;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A statement that changes rows.
 *
 * @param sql with a {@code ?} for each value
 */
record RowChange(String sql, List<@Nullable Object> values) {

  static RowChange of(String sql, @Nullable Object... values) {
    return new RowChange(sql, Collections.unmodifiableList(Arrays.asList(values.clone())));
  }

  /** The statement with its values, all of them texts, written into it. */
  String written(Dialect dialect) {
    StringBuilder written = new StringBuilder();
    Iterator<@Nullable Object> next = values.iterator();
    Lexer lexer = new Lexer(sql);
    for (Token token = lexer.next(SqlSyntax.PORTABLE);
        token.kind() != Token.Kind.END;
        token = lexer.next(SqlSyntax.PORTABLE)) {
      written.append(
          token.isSymbol('?') ? dialect.literal(String.valueOf(next.next())) : token.text());
    }
    return written.toString();
  }

  /**
   * Makes the changes and asks {@code query}, in one message to the database where it takes one.
   *
   * @return the first column of the answer
   */
  static List<String> make(
      List<RowChange> changes, String query, Connection connection, Dialect dialect)
      throws SQLException {
    List<RowChange> all = new ArrayList<>(changes);
    all.add(of(query));
    if (dialect.takesSeveralStatements()) {
      return joined(all).make(connection);
    }
    List<String> answer = List.of();
    for (RowChange change : all) {
      answer = change.make(connection);
    }
    return answer;
  }

  private static RowChange joined(List<RowChange> changes) {
    return RowChange.of(
        String.join(";\n", changes.stream().map(RowChange::sql).toList()),
        changes.stream().flatMap(change -> change.values().stream()).toArray());
  }

  /**
   * Makes the change.
   *
   * @return the first column of the last answer, if there is one
   */
  List<String> make(Connection connection) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.size(); i++) {
        statement.setObject(i + 1, values.get(i));
      }
      List<String> answer = List.of();
      boolean answers = statement.execute();
      while (answers || statement.getUpdateCount() >= 0) {
        answer = answers ? Session.firstColumn(statement.getResultSet()) : answer;
        answers = statement.getMoreResults();
      }
      return answer;
    }
  }
}
