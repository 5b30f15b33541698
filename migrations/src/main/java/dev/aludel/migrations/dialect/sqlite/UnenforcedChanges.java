package dev.aludel.migrations.dialect.sqlite;

import dev.aludel.migrations.script.Excerpt;
import dev.aludel.migrations.script.ScriptException;
import dev.aludel.migrations.script.ScriptStatement;
import dev.aludel.migrations.sql.Lexer;
import dev.aludel.migrations.sql.SqlSyntax;
import dev.aludel.migrations.sql.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What must not run while foreign keys are off: a delete, or an update of a key that others refer
 * to, would leave undone what their foreign keys ask for.
 */
final class UnenforcedChanges {
  private static final Set<String> BEHIND_ASSIGNMENTS =
      Set.of("from", "where", "returning", "order", "limit");
  private static final Set<String> RUNS_LATER = Set.of("create", "alter", "drop");

  private final ScratchSchema schema;
  private final ScriptStatement statement;
  private final List<Token> tokens;

  private UnenforcedChanges(ScratchSchema schema, ScriptStatement statement) {
    this.schema = schema;
    this.statement = statement;
    this.tokens = Lexer.substance(statement.text(), SqlSyntax.SQLITE);
  }

  /**
   * Why {@code statement} may not run without foreign keys, by the schema as it is when it would
   * run; empty if it may.
   */
  static Optional<ScriptException> refusal(ScratchSchema schema, ScriptStatement statement) {
    return new UnenforcedChanges(schema, statement).refusal();
  }

  private Optional<ScriptException> refusal() {
    if (tokens.isEmpty() || RUNS_LATER.contains(tokens.get(0).folded())) {
      return Optional.empty();
    }
    for (int i = 0; i < tokens.size(); i++) {
      String table = changedKeys(i);
      List<String> referrers = table.isEmpty() ? List.of() : schema.referrers(table);
      if (!referrers.isEmpty()) {
        return Optional.of(refusal(referrers));
      }
    }
    return Optional.empty();
  }

  private ScriptException refusal(List<String> referrers) {
    return new ScriptException(
        statement.position(),
        "\"%s\" runs in a revision that rebuilds a table, where foreign keys are off: what the foreign keys of %s ask for would not be done. Put it in a revision of its own."
            .formatted(Excerpt.of(statement.text()), String.join(", ", referrers)));
  }

  /** The table of which the clause at {@code index} takes keys away; empty if it takes none. */
  private String changedKeys(int index) {
    if (at(index, "delete", "from") || at(index, "replace", "into")) {
      return tableAt(index + 2);
    }
    boolean first = index == 0 || tokens.get(index - 1).isSymbol(')');
    if (!first || !at(index, "update")) {
      return "";
    }
    int name = at(index + 1, "or") ? index + 3 : index + 1;
    return setsKey(name) ? tableAt(name) : "";
  }

  private boolean at(int index, String... words) {
    for (int i = 0; i < words.length; i++) {
      if (index + i >= tokens.size() || !tokens.get(index + i).isWord(words[i])) {
        return false;
      }
    }
    return true;
  }

  private String tableAt(int index) {
    boolean qualified = index + 2 < tokens.size() && tokens.get(index + 1).isSymbol('.');
    int name = qualified ? index + 2 : index;
    return name < tokens.size() ? TableText.valueOf(tokens.get(name)) : "";
  }

  private boolean setsKey(int name) {
    List<String> keys =
        schema.column(
            "select distinct coalesce(f.\"to\", (select name from pragma_table_xinfo(?1) where pk = f.seq + 1))"
                + " from sqlite_schema s cross join pragma_foreign_key_list(s.name) f"
                + " where s.type = 'table' and instr(lower(s.sql), 'references') > 0"
                + " and f.\"table\" = ?1 collate nocase",
            tableAt(name));
    return targets(name).stream()
        .anyMatch(token -> keys.stream().anyMatch(key -> TableText.names(token, key)));
  }

  /** What stands before the {@code =} of each assignment: a name, or names in brackets. */
  private List<Token> targets(int from) {
    int index = from;
    while (index < tokens.size() && !at(index, "set")) {
      index++;
    }
    List<Token> targets = new ArrayList<>();
    int depth = 0;
    boolean target = true;
    for (Token token : tokens.subList(Math.min(index + 1, tokens.size()), tokens.size())) {
      depth += token.isSymbol('(') ? 1 : token.isSymbol(')') ? -1 : 0;
      if (depth == 0 && BEHIND_ASSIGNMENTS.contains(token.folded())) {
        return targets;
      }
      if (depth == 0 && (token.isSymbol('=') || token.isSymbol(','))) {
        target = token.isSymbol(',');
      } else if (target) {
        targets.add(token);
      }
    }
    return targets;
  }
}
