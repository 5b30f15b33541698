package dev.aludel.persistence.jooq.memory;

import dev.aludel.domain.Json;
import dev.aludel.domain.memory.Turn;
import dev.aludel.persistence.jooq.generated.columns.Turns;
import dev.aludel.persistence.jooq.statement.CompiledStatements;
import dev.aludel.persistence.jooq.statement.EntityStatements;
import dev.aludel.persistence.jooq.statement.KeysetQuery;
import dev.aludel.persistence.jooq.statement.Row;
import org.jspecify.annotations.Nullable;

/** Every statement of {@link JooqTurns}. */
final class TurnStatements {

  final EntityStatements<Turn> entities;
  final KeysetQuery<Turn> newest;

  TurnStatements(CompiledStatements statements) {
    entities = new EntityStatements<>(statements, TurnStatements::turn);
    newest = entities.page("newest");
  }

  /** The turn's values in the order of the columns, the id last. */
  static @Nullable Object[] values(Turn turn) {
    return new @Nullable Object[] {
      turn.createdAt().toEpochMilli(),
      turn.userInputOrNull(),
      turn.assistantResponseOrNull(),
      JsonText.of(turn.metadataOrNull()),
      turn.id().value()
    };
  }

  private static Turn turn(Row row) {
    return new Turn(
        new Turn.Id(row.number(Turns.ID)),
        row.time(Turns.CREATED_TIME),
        row.nullableText(Turns.USER_INPUT),
        row.nullableText(Turns.ASSISTANT_RESPONSE),
        row.readOrNull(Turns.METADATA, Json::new));
  }
}
