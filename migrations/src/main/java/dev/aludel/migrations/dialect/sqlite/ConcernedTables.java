package dev.aludel.migrations.dialect.sqlite;

import dev.aludel.migrations.effect.Effect;
import dev.aludel.migrations.effect.Effect.Creates;
import dev.aludel.migrations.effect.Effect.Drops;
import dev.aludel.migrations.effect.Effect.Renames;
import dev.aludel.migrations.effect.ObjectKind;
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
  private final Set<String> made = new LinkedHashSet<>();
  private final Set<String> gone = new LinkedHashSet<>();
  private boolean all;

  void add(String table) {
    names.add(table);
  }

  void addAll(List<String> tables) {
    names.addAll(tables);
  }

  /**
   * Takes into account what a statement does: of what changes rows, or drops tables, nobody knows
   * which.
   */
  void addThoseOf(List<Effect> effects) {
    all |= !effects.stream().allMatch(Creates.class::isInstance);
    effects.forEach(this::note);
  }

  private void note(Effect effect) {
    if (effect instanceof Creates create && create.kind() == ObjectKind.TABLE) {
      made.add(create.name().name());
    } else if (effect instanceof Drops drop && drop.kind() == ObjectKind.TABLE) {
      gone.add(drop.name().name());
    } else if (effect instanceof Renames renaming && renaming.kind() == ObjectKind.TABLE) {
      made.add(renaming.newName().name());
      gone.add(renaming.name().name());
    }
  }

  /** Whether a script makes a table of this name itself. */
  boolean isMade(String table) {
    return made.contains(SqlText.folded(table));
  }

  /** Whether a script makes {@code table}, and there was none of its name. */
  boolean isNew(String table) {
    return isMade(table) && !gone.contains(SqlText.folded(table));
  }

  /**
   * What tells the row of a violation from others, as SQL: its rowid, but nothing where a script
   * makes the table anew, which may number its rows otherwise.
   *
   * @param name what the table's name is, as SQL
   */
  String identity(String name, String rowId) {
    List<String> remade = made.stream().filter(gone::contains).toList();
    return remade.isEmpty()
        ? rowId
        : "case when %s collate nocase in (%s) then null else %s end"
            .formatted(name, SqlText.texts(remade), rowId);
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
