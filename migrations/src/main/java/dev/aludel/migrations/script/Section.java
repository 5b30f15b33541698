package dev.aludel.migrations.script;

import dev.aludel.migrations.revision.Direction;
import dev.aludel.migrations.sql.DatabaseProduct;
import dev.aludel.migrations.sql.SourcePosition;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One section of a script.
 *
 * @param product the database that it is for, or null: for each that has no section of its own
 * @param irreversible why there is no way back, or null: there is one
 */
record Section(
    Direction direction,
    @Nullable DatabaseProduct product,
    SourcePosition position,
    List<ScriptStatement> statements,
    @Nullable String irreversible) {

  Section {
    statements = List.copyOf(statements);
  }

  Optional<String> irreversibleReason() {
    return Optional.ofNullable(irreversible);
  }

  List<ScriptStatement> statementsFor(DatabaseProduct wanted) {
    return statements.stream().filter(statement -> statement.runsOn(wanted)).toList();
  }

  /** As the directive that opens it is written: {@code --@ upgrade sqlite}. */
  String directive() {
    return "--@ " + direction.word() + (product == null ? "" : " " + product.word());
  }
}
