package dev.aludel.migrations.author;

import dev.aludel.migrations.revision.Direction;
import dev.aludel.migrations.script.RevisionScript;
import dev.aludel.migrations.script.ScriptStatement;
import dev.aludel.migrations.sql.Lexer;
import dev.aludel.migrations.sql.Token;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * The tables that a script's upgrade touches, by the words of its statements: {@code create},
 * {@code alter}, {@code drop} and {@code truncate table}, {@code create index}, {@code insert},
 * {@code update} and {@code delete}, for whichever database they are. What a statement does without
 * naming the table, such as {@code drop index}, is not seen.
 */
final class TouchedTables {
  private static final Set<String> USUAL_SCHEMAS = Set.of("main", "public");
  // Where a statement may begin inside another: in a trigger's body, in a common table expression.
  private static final Set<String> BEFORE_A_STATEMENT = Set.of("", ";", "(", ")", "begin");

  private final List<Token> tokens;
  private final Set<String> tables = new TreeSet<>();
  private int index;

  private TouchedTables(ScriptStatement statement) {
    this.tokens = Lexer.substance(statement.text(), statement.syntax());
  }

  /** Names in small letters, without quotes, sorted. */
  static Set<String> of(RevisionScript script) {
    Set<String> all = new TreeSet<>();
    for (ScriptStatement statement : script.body().statements(Direction.UPGRADE)) {
      all.addAll(new TouchedTables(statement).find());
    }
    return all;
  }

  private Set<String> find() {
    for (; index < tokens.size(); index++) {
      if (BEFORE_A_STATEMENT.contains(index == 0 ? "" : tokens.get(index - 1).folded())) {
        takeStatement();
      }
    }
    return tables;
  }

  private void takeStatement() {
    if (accept("create")) {
      takeCreate();
    } else if (accept("alter", "table")) {
      takeNamesAfter("if", "exists", "only");
      if (accept("rename", "to")) {
        takeNamesAfter();
      }
    } else if (accept("drop", "table") || accept("truncate")) {
      takeNamesAfter("table", "if", "exists", "only");
    } else {
      takeRows();
    }
  }

  private void takeCreate() {
    skip("unique", "temp", "temporary", "unlogged", "global", "local");
    if (accept("table")) {
      takeNamesAfter("if", "not", "exists");
    } else if (accept("index")) {
      while (index < tokens.size() && !tokens.get(index).isWord("on")) {
        index++;
      }
      takeNamesAfter("on", "only");
    }
  }

  private void takeRows() {
    if (accept("insert") || accept("replace")) {
      skip("or", "abort", "fail", "ignore", "replace", "rollback");
      if (accept("into")) {
        takeNamesAfter();
      }
    } else if (accept("update")) {
      takeNamesAfter("or", "abort", "fail", "ignore", "replace", "rollback", "only");
    } else if (accept("delete", "from")) {
      takeNamesAfter("only");
    }
  }

  private void takeNamesAfter(String... words) {
    do {
      skip(words);
      takeName();
    } while (acceptSymbol(','));
  }

  private void takeName() {
    String schema = "";
    String name = nextName();
    while (acceptSymbol('.')) {
      schema = USUAL_SCHEMAS.contains(name) ? "" : name + ".";
      name = nextName();
    }
    if (!name.isEmpty()) {
      tables.add(schema + name);
    }
  }

  private String nextName() {
    if (index >= tokens.size()) {
      return "";
    }
    Token token = tokens.get(index);
    if (token.kind() == Token.Kind.WORD) {
      index++;
      return token.text().toLowerCase(Locale.ROOT);
    }
    if (token.kind() == Token.Kind.QUOTED_NAME) {
      index++;
      return unquoted(token.text()).toLowerCase(Locale.ROOT);
    }
    return "";
  }

  private static String unquoted(String quoted) {
    String inside = quoted.substring(1, quoted.length() - 1);
    String quote = quoted.substring(0, 1);
    return inside.replace(quote + quote, quote);
  }

  private boolean accept(String... words) {
    for (int i = 0; i < words.length; i++) {
      if (index + i >= tokens.size() || !tokens.get(index + i).isWord(words[i])) {
        return false;
      }
    }
    index += words.length;
    return true;
  }

  private boolean acceptSymbol(char symbol) {
    boolean found = index < tokens.size() && tokens.get(index).isSymbol(symbol);
    index += found ? 1 : 0;
    return found;
  }

  private void skip(String... words) {
    Set<String> skipped = Set.of(words);
    while (index < tokens.size()
        && tokens.get(index).kind() == Token.Kind.WORD
        && skipped.contains(tokens.get(index).folded())) {
      index++;
    }
  }
}
