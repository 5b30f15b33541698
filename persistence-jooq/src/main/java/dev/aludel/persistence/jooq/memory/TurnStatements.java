package dev.aludel.persistence.jooq.memory;

import static dev.aludel.persistence.jooq.generated.Tables.TURNS;
import static org.jooq.impl.DSL.noCondition;

import dev.aludel.domain.Json;
import dev.aludel.domain.memory.Turn;
import dev.aludel.persistence.jooq.statement.EntityStatements;
import dev.aludel.persistence.jooq.statement.KeysetOrder;
import dev.aludel.persistence.jooq.statement.KeysetQuery;
import dev.aludel.persistence.jooq.statement.Row;
import dev.aludel.persistence.jooq.statement.StatementCompiler;
import java.util.List;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/** Every statement of {@link JooqTurns}. */
final class TurnStatements {

  private static final List<Field<?>> DATA =
      List.of(TURNS.CREATED_TIME, TURNS.USER_INPUT, TURNS.ASSISTANT_RESPONSE, TURNS.METADATA);

  final EntityStatements<Turn> entities;
  final KeysetQuery<Turn> newest;

  TurnStatements(StatementCompiler compiler) {
    entities =
        new EntityStatements<>(
            compiler,
            TURNS,
            TURNS.ID,
            DATA,
            KeysetOrder.ascending(TURNS.CREATED_TIME, TURNS.ID),
            TurnStatements::turn);
    newest = entities.page(noCondition(), KeysetOrder.descending(TURNS.CREATED_TIME, TURNS.ID));
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
        new Turn.Id(row.number(TURNS.ID)),
        row.time(TURNS.CREATED_TIME),
        row.nullableText(TURNS.USER_INPUT),
        row.nullableText(TURNS.ASSISTANT_RESPONSE),
        row.readOrNull(TURNS.METADATA, Json::new));
  }
}
