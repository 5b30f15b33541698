package dev.aludel.persistence.jooq.memory;

import static dev.aludel.persistence.jooq.generated.Tables.TURNS;
import static org.jooq.impl.DSL.noCondition;

import dev.aludel.persistence.jooq.statement.EntitySql;
import dev.aludel.persistence.jooq.statement.KeysetOrder;
import dev.aludel.persistence.jooq.statement.StatementCompiler;
import java.util.List;
import org.jooq.Field;

/** The SQL of {@link TurnStatements}. */
final class TurnSql {

  private static final List<Field<?>> DATA =
      List.of(TURNS.CREATED_TIME, TURNS.USER_INPUT, TURNS.ASSISTANT_RESPONSE, TURNS.METADATA);

  private TurnSql() {}

  static void compile(StatementCompiler compiler) {
    EntitySql entities =
        new EntitySql(
            compiler, TURNS, TURNS.ID, DATA, KeysetOrder.ascending(TURNS.CREATED_TIME, TURNS.ID));
    entities.page("newest", noCondition(), KeysetOrder.descending(TURNS.CREATED_TIME, TURNS.ID));
  }
}
