package dev.aludel.migrations.dialect.sqlite;

import dev.aludel.migrations.dialect.TranslatedStep.ForeignKeys;
import dev.aludel.migrations.dialect.sqlite.UnenforcedChanges.Scope;
import dev.aludel.migrations.effect.Effect;
import dev.aludel.migrations.effect.Effect.Drops;
import dev.aludel.migrations.effect.Effect.Pragma;
import dev.aludel.migrations.effect.Effect.Renames;
import dev.aludel.migrations.effect.ObjectKind;
import dev.aludel.migrations.effect.ObjectName;
import dev.aludel.migrations.script.Excerpt;
import dev.aludel.migrations.script.ScriptException;
import dev.aludel.migrations.script.ScriptStatement;
import dev.aludel.migrations.script.ScriptStatement.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How foreign keys are kept in a step: enforced, unless the step rebuilds a table, drops one that
 * others refer to (which would delete or change their rows), or says itself that they are off.
 */
final class ForeignKeyPolicy {
  private static final String OFF = "pragma foreign_keys = off";
  private static final String DEFERRED = "pragma defer_foreign_keys = on";

  private final References references;
  private final List<ScriptException> refused = new ArrayList<>();
  private final List<Candidate> candidates = new ArrayList<>();
  private final boolean run;
  private String reason = "";
  private boolean saysOff;
  private boolean saysDeferred;
  private boolean oldRenames;

  /** A statement that must not run while foreign keys are off. */
  private record Candidate(ScriptStatement statement, List<String> referrers) {}

  /**
   * @param least {@code GUARDED} where another step of the same transaction needs it
   */
  ForeignKeyPolicy(ScratchSchema schema, ForeignKeys least) {
    this.references = new References(schema);
    this.run = least == ForeignKeys.GUARDED;
  }

  /** Whether {@code effect} may have a step run with foreign keys off. */
  static boolean mayNeedGuards(Effect effect) {
    return isTable(effect) || isSwitch(effect) || effect instanceof Renames;
  }

  private static boolean isTable(Effect effect) {
    return effect instanceof Drops drop && drop.kind() == ObjectKind.TABLE;
  }

  /**
   * Whether {@code effect} sets how foreign keys are kept. Inside a transaction SQLite ignores
   * {@code foreign_keys}; both are done by the step as a whole.
   */
  static boolean isSwitch(Effect effect) {
    return effect instanceof Pragma pragma
        && !pragma.value().isEmpty()
        && (pragma.name().equals("foreign_keys") || pragma.name().equals("defer_foreign_keys"));
  }

  ForeignKeys foreignKeys() {
    return run || !reason.isEmpty() ? ForeignKeys.GUARDED : ForeignKeys.ENFORCED;
  }

  /** Takes into account that a table is rebuilt. */
  void rebuilds() {
    need("rebuilds a table");
  }

  /** Takes into account what {@code statement} does, before it is done. */
  void take(ScriptStatement statement, List<Effect> effects) {
    effects.forEach(effect -> take(effect, statement));
    boolean exempt = saysOff && statement.form() == Form.VERBATIM;
    Scope scope = saysDeferred ? Scope.THAT_ACT : Scope.EVERY;
    List<String> referrers = UnenforcedChanges.concerned(references, effects, scope);
    if (!exempt && !referrers.isEmpty()) {
      candidates.add(new Candidate(statement, referrers));
    }
  }

  private void take(Effect effect, ScriptStatement statement) {
    if (effect instanceof Pragma pragma && !pragma.value().isEmpty()) {
      set(pragma);
    } else if (effect instanceof Drops drop && drop.kind() == ObjectKind.TABLE) {
      references.mainTable(drop.name()).ifPresent(table -> drops(table, statement));
    } else if (oldRenames && effect instanceof Renames rename) {
      // With foreign keys on, SQLite has the keys follow the old table all the same.
      referredTo(rename.name())
          .ifPresent(table -> need("renames %s in the old way".formatted(table)));
    }
  }

  private Optional<String> referredTo(ObjectName name) {
    return references.mainTable(name).filter(table -> !references.others(table).isEmpty());
  }

  private void drops(String table, ScriptStatement statement) {
    if (references.others(table).isEmpty()) {
      if (references.restrictsItself(table)) {
        need("drops %s, which refers to itself".formatted(table));
      }
      return;
    }
    if (statement.form() == Form.PORTABLE) {
      refused.add(
          new ScriptException(
              statement.position(),
              "the table %s cannot be dropped: foreign keys of other tables refer to it (%s). Drop them, or their tables, first."
                  .formatted(table, String.join(", ", references.keysOfOthers(table)))));
    }
    need("drops %s, to which foreign keys refer".formatted(table));
  }

  private void set(Pragma pragma) {
    switch (pragma.name()) {
      case "foreign_keys" -> {
        saysOff = !isOn(pragma.value());
        if (saysOff) {
          need("says \"" + OFF + "\"");
        }
      }
      case "defer_foreign_keys" -> {
        saysDeferred = isOn(pragma.value());
        if (saysDeferred) {
          need("says \"" + DEFERRED + "\"");
        }
      }
      case "legacy_alter_table" -> oldRenames = isOn(pragma.value());
      default -> {
        // no other one is about foreign keys
      }
    }
  }

  // As sqlite3GetBoolean: what it does not know is off.
  private static boolean isOn(String value) {
    boolean number = !value.isEmpty() && Character.isDigit(value.charAt(0));
    return number ? !value.matches("(0x)?0+([^0-9a-f].*)?") : value.matches("on|yes|true");
  }

  private void need(String why) {
    reason = reason.isEmpty() ? why : reason;
  }

  /**
   * Refuses what may not be done at all, or not while foreign keys are off.
   *
   * @throws ScriptException if there is such a thing
   */
  void refuse() {
    if (!refused.isEmpty()) {
      throw refused.get(0);
    }
    if (foreignKeys() == ForeignKeys.GUARDED && !candidates.isEmpty()) {
      throw refusal(candidates.get(0));
    }
  }

  private ScriptException refusal(Candidate candidate) {
    String where =
        reason.isEmpty()
            ? "in one transaction with all revisions of the run, where foreign keys are off"
            : "in a revision that %s, where foreign keys are off".formatted(reason);
    String remedy =
        reason.isEmpty()
            ? "Run it with a transaction for each revision."
            : "Put it in a revision of its own.";
    return new ScriptException(
        candidate.statement().position(),
        "\"%s\" runs %s: what the foreign keys of %s ask for would not be done. %s"
            .formatted(
                Excerpt.of(candidate.statement().text()),
                where,
                String.join(", ", candidate.referrers()),
                remedy));
  }

  /**
   * Refuses a step that makes foreign keys of {@code tables} such that SQLite cannot check them.
   *
   * @throws ScriptException if there are such tables
   */
  void refuseUnsound(List<String> tables, ScriptStatement last) {
    if (!reason.isEmpty() && !tables.isEmpty()) {
      throw new ScriptException(
          last.position(),
          "after this revision SQLite could not check the foreign keys of %s any more, and no row of theirs could be written: what they refer to would be neither a primary key nor unique. Make it so before the revision ends."
              .formatted(String.join(", ", tables)));
    }
  }
}
