package dev.aludel.migrations.script;

import dev.aludel.migrations.effect.Effect;
import dev.aludel.migrations.effect.Effect.ControlsTransaction;
import java.util.List;
import java.util.Optional;

/** Aludel opens and ends the transaction of a revision; a script that did would break it. */
final class TransactionControl {
  private TransactionControl() {}

  /**
   * Why a statement has no place in a script; empty if it leaves the transaction alone.
   *
   * @param effects what it does
   */
  static Optional<ScriptException> refusal(ScriptStatement statement, List<Effect> effects) {
    if (effects.stream().noneMatch(ControlsTransaction.class::isInstance)) {
      return Optional.empty();
    }
    // What does more than that is an "insert or rollback".
    String remedy =
        effects.size() == 1 ? "Leave it out." : "Write \"or abort\" or nothing instead.";
    return Optional.of(
        new ScriptException(
            statement.position(),
            "found transaction control, \"%s\". A revision runs in a transaction that Aludel begins and ends. %s"
                .formatted(Excerpt.of(statement.text()), remedy)));
  }
}
