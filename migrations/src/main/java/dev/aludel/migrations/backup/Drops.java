package dev.aludel.migrations.backup;

import dev.aludel.migrations.dialect.TranslatedStatement;
import dev.aludel.migrations.dialect.TranslatedStep;
import dev.aludel.migrations.effect.Effect;
import dev.aludel.migrations.effect.Effect.Alters;
import dev.aludel.migrations.effect.Effect.Change;
import dev.aludel.migrations.effect.Effects;
import dev.aludel.migrations.effect.ObjectKind;
import dev.aludel.migrations.sql.SqlSyntax;
import java.util.List;

/**
 * Finds the statements that drop a table or a column of SQLite. A rebuild drops the old table, so
 * it is among them.
 */
final class Drops {
  private Drops() {}

  static boolean areIn(List<TranslatedStep> steps) {
    return steps.stream()
        .flatMap(step -> step.statements().stream())
        .map(TranslatedStatement::sql)
        .anyMatch(Drops::isDrop);
  }

  static boolean isDrop(String sql) {
    return Effects.of(sql, SqlSyntax.SQLITE).stream().anyMatch(Drops::isDrop);
  }

  private static boolean isDrop(Effect effect) {
    boolean table = effect instanceof Effect.Drops drop && drop.kind() == ObjectKind.TABLE;
    return table || (effect instanceof Alters alters && alters.change() == Change.DROP_COLUMN);
  }
}
