package dev.aludel.migrations.script;

import static java.util.Objects.requireNonNull;

import dev.aludel.migrations.effect.Effect;
import dev.aludel.migrations.effect.Effect.Alters;
import dev.aludel.migrations.effect.Effect.Change;
import dev.aludel.migrations.effect.Effect.Creates;
import dev.aludel.migrations.effect.Effect.Deletes;
import dev.aludel.migrations.effect.Effect.Drops;
import dev.aludel.migrations.effect.Effect.Inserts;
import dev.aludel.migrations.effect.Effect.Renames;
import dev.aludel.migrations.effect.Effect.Updates;
import dev.aludel.migrations.effect.ObjectName;
import dev.aludel.migrations.sql.SqlSyntax;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The tables in which Aludel keeps what it has done, and in which a script changes nothing.
 *
 * @param schemaOrNull the schema that the settings name, or null: the one in which the connection
 *     begins
 */
public record KeptTables(@Nullable String schemaOrNull, String versionTable, String journal) {
  private static final Set<String> FIRST_SCHEMAS = Set.of("", "main", "public");

  public KeptTables {
    requireNonNull(versionTable, "versionTable");
    requireNonNull(journal, "journal");
  }

  /**
   * Why a statement has no place in a script; empty if it leaves these tables alone.
   *
   * @param effects what it does
   */
  Optional<ScriptException> refusal(ScriptStatement statement, List<Effect> effects) {
    SqlSyntax syntax = statement.syntax();
    return effects.stream()
        .flatMap(effect -> changed(effect).stream())
        .flatMap(name -> title(name, syntax).stream())
        .findFirst()
        .map(
            title ->
                new ScriptException(
                    statement.position(),
                    "\"%s\" changes the %s. Aludel keeps this table; leave the statement out."
                        .formatted(Excerpt.of(statement.text()), title)));
  }

  // A column that is made wider is what Aludel itself asks for.
  private static List<ObjectName> changed(Effect effect) {
    if (effect instanceof Creates made) {
      return List.of(made.name(), made.table());
    }
    if (effect instanceof Renames renamed) {
      return List.of(renamed.name(), renamed.newName());
    }
    if (effect instanceof Alters altered) {
      return altered.change() == Change.ALTER_COLUMN ? List.of() : List.of(altered.name());
    }
    if (effect instanceof Drops dropped) {
      return List.of(dropped.name());
    }
    if (effect instanceof Inserts inserted) {
      return List.of(inserted.table());
    }
    if (effect instanceof Updates updated) {
      return List.of(updated.table());
    }
    return effect instanceof Deletes deleted ? List.of(deleted.table()) : List.of();
  }

  private Optional<String> title(ObjectName name, SqlSyntax syntax) {
    if (isCalled(name, versionTable, syntax) && isIn(name.schema(), syntax)) {
      return Optional.of("version table " + versionTable);
    }
    boolean journals = isCalled(name, journal, syntax);
    return journals && (name.schema().isEmpty() || isIn(name.schema(), syntax))
        ? Optional.of("journal " + journal)
        : Optional.empty();
  }

  private static boolean isCalled(ObjectName name, String table, SqlSyntax syntax) {
    return same(name.name(), table, syntax);
  }

  // Without its schema a name is that of another table, where the settings name the schema.
  private boolean isIn(String schema, SqlSyntax syntax) {
    if (schemaOrNull == null) {
      return FIRST_SCHEMAS.contains(schema);
    }
    return same(schema, schemaOrNull, syntax)
        || (schema.isEmpty() && schemaOrNull.equalsIgnoreCase("main"));
  }

  private static boolean same(String written, String name, SqlSyntax syntax) {
    return syntax == SqlSyntax.POSTGRESQL ? written.equals(name) : written.equalsIgnoreCase(name);
  }
}
