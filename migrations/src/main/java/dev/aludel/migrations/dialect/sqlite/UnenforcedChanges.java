package dev.aludel.migrations.dialect.sqlite;

import dev.aludel.migrations.dialect.sqlite.References.Event;
import dev.aludel.migrations.effect.Effect;
import dev.aludel.migrations.effect.Effect.Conflict;
import dev.aludel.migrations.effect.Effect.Deletes;
import dev.aludel.migrations.effect.Effect.Inserts;
import dev.aludel.migrations.effect.Effect.Updates;
import dev.aludel.migrations.effect.ObjectName;
import java.util.List;

/**
 * What must not run while foreign keys are off: a delete, or an update of a key that others refer
 * to, would leave undone what their foreign keys ask for.
 */
final class UnenforcedChanges {
  private final References references;
  private final Scope scope;

  /** Which changes count. */
  enum Scope {
    /** All: what a foreign key would refuse at once counts too. */
    EVERY,
    /** Those alone at which a foreign key would change other rows. */
    THAT_ACT
  }

  private UnenforcedChanges(References references, Scope scope) {
    this.references = references;
    this.scope = scope;
  }

  /**
   * The tables whose foreign keys ask for something that would not be done; none if all is well.
   */
  static List<String> concerned(References references, List<Effect> effects, Scope scope) {
    UnenforcedChanges changes = new UnenforcedChanges(references, scope);
    return effects.stream()
        .map(changes::concerned)
        .filter(l -> !l.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  private List<String> concerned(Effect effect) {
    if (effect instanceof Deletes delete) {
      return referrers(delete.table(), Event.DELETE);
    }
    if (effect instanceof Inserts insert && insert.conflict() == Conflict.REPLACES) {
      return referrers(insert.table(), Event.DELETE);
    }
    if (effect instanceof Updates update) {
      return update.conflict() == Conflict.REPLACES
          ? referrers(update.table(), Event.DELETE)
          : referrers(update);
    }
    return List.of();
  }

  private List<String> referrers(Updates update) {
    boolean setsKey =
        references
            .mainTable(update.table())
            .filter(table -> references.isKeyOfOne(table, update.columns()))
            .isPresent();
    return setsKey ? referrers(update.table(), Event.UPDATE) : List.of();
  }

  private List<String> referrers(ObjectName name, Event event) {
    return references
        .mainTable(name)
        .filter(table -> scope == Scope.EVERY || references.act(table, event))
        .map(table -> references.schema().referrers(table))
        .orElse(List.of());
  }
}
