package dev.aludel.migrations.run;

import dev.aludel.migrations.dialect.TranslatedStatement;
import dev.aludel.migrations.effect.Effect;
import dev.aludel.migrations.effect.Effect.ChangesSession;
import dev.aludel.migrations.effect.Effect.SessionPart;
import dev.aludel.migrations.effect.Effects;
import dev.aludel.migrations.script.Excerpt;
import dev.aludel.migrations.script.ScriptStatement.Form;
import dev.aludel.migrations.sql.SqlSyntax;
import org.jspecify.annotations.Nullable;

/** Tells with whose rights a statement ran that had too few, where the script has set a role. */
final class BorrowedRole {
  private BorrowedRole() {}

  /** A sentence after a blank; empty where the step has set no role before {@code failed}. */
  static String remark(@Nullable PreparedStep step, @Nullable TranslatedStatement failed) {
    String remark = "";
    if (step == null || failed == null) {
      return remark;
    }
    for (TranslatedStatement statement : step.statements()) {
      if (statement.equals(failed)) {
        return remark;
      }
      if (setsRole(statement)) {
        remark =
            " It ran with the rights of the role that the script has set at %s: \"%s\"."
                .formatted(statement.origin().position(), Excerpt.of(statement.origin().text()));
      }
    }
    return remark;
  }

  private static boolean setsRole(TranslatedStatement statement) {
    return statement.origin().form() == Form.VERBATIM
        && Effects.of(statement.sql(), SqlSyntax.POSTGRESQL).stream()
            .anyMatch(BorrowedRole::setsRole);
  }

  private static boolean setsRole(Effect effect) {
    return effect instanceof ChangesSession change
        && (change.part() == SessionPart.ROLE
            || change.part() == SessionPart.AUTHORIZATION
            || change.name().equals("role"));
  }
}
