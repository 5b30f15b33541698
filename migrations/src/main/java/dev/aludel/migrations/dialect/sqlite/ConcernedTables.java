package dev.aludel.migrations.dialect.sqlite;

import dev.aludel.migrations.sql.Lexer;
import dev.aludel.migrations.sql.SqlSyntax;
import dev.aludel.migrations.sql.Token;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The tables whose rows may break a foreign key after a step that did not have: to look at the
 * others would take long for nothing.
 */
final class ConcernedTables {
  private final Set<String> names = new LinkedHashSet<>();
  private boolean all;

  void add(String table) {
    names.add(table);
  }

  void addAll(List<String> tables) {
    names.addAll(tables);
  }

  /** Takes {@code sql} into account: of what changes rows, or drops tables, nobody knows which. */
  void addThoseOf(String sql) {
    List<Token> tokens = Lexer.substance(sql, SqlSyntax.SQLITE);
    all |= !tokens.isEmpty() && !tokens.get(0).isWord("create");
  }

  /**
   * A condition that holds for them.
   *
   * @param name what their name is, as SQL
   * @param unsound the tables with a foreign key that cannot be checked, which are left out
   */
  String condition(String name, List<String> unsound) {
    List<String> conditions = new ArrayList<>();
    if (!all) {
      conditions.add(
          "%s collate nocase in (%s)".formatted(name, SqlText.texts(List.copyOf(names))));
    }
    if (all || !unsound.isEmpty()) {
      conditions.add("%s not in (%s)".formatted(name, SqlText.texts(unsound)));
    }
    return String.join(" and ", conditions);
  }
}
