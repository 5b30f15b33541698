package dev.aludel.migrations.script;

import dev.aludel.migrations.sql.SourceText;
import dev.aludel.migrations.sql.Token;
import java.util.List;
import java.util.Set;

/** Aludel opens and ends the transaction of a revision; a script that did would break it. */
final class TransactionControl {
  private static final Set<String> FIRST_WORDS =
      Set.of("abort", "begin", "commit", "end", "release", "rollback", "savepoint", "start");

  private TransactionControl() {}

  static void refuse(OpenStatement statement, SourceText source) {
    List<String> words = statement.tokens().stream().limit(3).map(Token::folded).toList();
    if (FIRST_WORDS.contains(words.get(0))
        || (words.size() >= 2 && words.subList(0, 2).equals(List.of("prepare", "transaction")))) {
      throw refusal(statement, source, "Leave it out.");
    }
    if (rollsBackOnConflict(words)) {
      throw refusal(statement, source, "Write \"or abort\" or nothing instead.");
    }
  }

  private static boolean rollsBackOnConflict(List<String> words) {
    return words.size() == 3
        && Set.of("insert", "update").contains(words.get(0))
        && words.get(1).equals("or")
        && words.get(2).equals("rollback");
  }

  private static ScriptException refusal(
      OpenStatement statement, SourceText source, String remedy) {
    return new ScriptException(
        source.position(statement.offset()),
        "found transaction control, \"%s\". A revision runs in a transaction that Aludel begins and ends. %s"
            .formatted(Excerpt.of(statement.text(source)), remedy));
  }
}
