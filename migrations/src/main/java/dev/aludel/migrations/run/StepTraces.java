package dev.aludel.migrations.run;

import dev.aludel.migrations.effect.Effect;
import dev.aludel.migrations.effect.Effect.Creates;
import dev.aludel.migrations.effect.ObjectKind;
import dev.aludel.migrations.effect.SessionTraces;
import dev.aludel.migrations.effect.UnseenCall;
import dev.aludel.migrations.script.ScriptStatement;
import dev.aludel.migrations.script.ScriptStatement.Form;
import dev.aludel.migrations.sql.SqlSyntax;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What the statements of a step may do to the session of the connection that runs them.
 *
 * @param own its own SQL, as written
 * @param changes what of that may change the session by itself
 * @param calls the calls of functions that the step makes where the database has them
 * @param known of these, the ones that its script, or one before it, has the database make
 */
record StepTraces(
    List<String> own, List<String> changes, Set<UnseenCall> calls, Set<UnseenCall> known) {

  StepTraces {
    own = List.copyOf(own);
    changes = List.copyOf(changes);
    calls = Set.copyOf(calls);
    known = Set.copyOf(known);
  }

  /**
   * @param syntax of the database that runs {@code statements}
   */
  static StepTraces of(List<ScriptStatement> statements, SqlSyntax syntax) {
    List<String> own =
        statements.stream()
            .filter(statement -> statement.form() == Form.VERBATIM)
            .map(ScriptStatement::text)
            .toList();
    List<String> changes =
        own.stream().filter(sql -> SessionTraces.mayRemain(sql, syntax)).toList();
    Set<UnseenCall> calls = EnumSet.noneOf(UnseenCall.class);
    Set<UnseenCall> known = EnumSet.noneOf(UnseenCall.class);
    if (syntax != SqlSyntax.SQLITE) {
      statements.forEach(statement -> calls.addAll(calls(statement)));
      own.forEach(sql -> known.addAll(SessionTraces.callsMade(sql, syntax)));
    }
    return new StepTraces(own, changes, calls, known);
  }

  private static Set<UnseenCall> calls(ScriptStatement statement) {
    List<Effect> effects = statement.effects();
    boolean onlyDefines =
        statement.form() == Form.PORTABLE
            ? effects.stream().noneMatch(SessionTraces::changesRows)
            : !effects.isEmpty() && effects.stream().allMatch(StepTraces::isFunction);
    return onlyDefines ? EnumSet.of(UnseenCall.BY_DEFINITIONS) : EnumSet.allOf(UnseenCall.class);
  }

  // Nothing runs its body yet.
  private static boolean isFunction(Effect effect) {
    return effect instanceof Creates made && made.kind() == ObjectKind.FUNCTION;
  }

  /** The same behind scripts that have the database make {@code more} calls. */
  StepTraces behind(Set<UnseenCall> more) {
    Set<UnseenCall> all = EnumSet.noneOf(UnseenCall.class);
    all.addAll(known);
    all.addAll(more);
    return new StepTraces(own, changes, calls, all);
  }

  /** Whether the step may change the session, of a database that makes {@code more} calls. */
  boolean mayRemain(Set<UnseenCall> more) {
    return !changes.isEmpty()
        || !Collections.disjoint(calls, known)
        || !Collections.disjoint(calls, more);
  }
}
