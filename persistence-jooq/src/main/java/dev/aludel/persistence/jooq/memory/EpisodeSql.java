package dev.aludel.persistence.jooq.memory;

import static dev.aludel.persistence.jooq.generated.Tables.EPISODES;
import static dev.aludel.persistence.jooq.statement.StatementCompiler.parameter;
import static org.jooq.impl.DSL.noCondition;

import dev.aludel.persistence.jooq.statement.EntitySql;
import dev.aludel.persistence.jooq.statement.KeysetOrder;
import dev.aludel.persistence.jooq.statement.StatementCompiler;
import java.util.List;
import org.jooq.Field;

/** The SQL of {@link EpisodeStatements}. */
final class EpisodeSql {

  private static final List<Field<?>> DATA =
      List.of(
          EPISODES.CREATED_TIME,
          EPISODES.EVENT_TYPE,
          EPISODES.CONTENT,
          EPISODES.VALENCE,
          EPISODES.METADATA);

  private static final KeysetOrder NEWEST_FIRST =
      KeysetOrder.descending(EPISODES.CREATED_TIME, EPISODES.ID);

  private EpisodeSql() {}

  static void compile(StatementCompiler compiler) {
    EntitySql entities =
        new EntitySql(
            compiler,
            EPISODES,
            EPISODES.ID,
            DATA,
            KeysetOrder.ascending(EPISODES.CREATED_TIME, EPISODES.ID));
    entities.page("newest", noCondition(), NEWEST_FIRST);
    entities.page("ofType", EPISODES.EVENT_TYPE.eq(parameter(EPISODES.EVENT_TYPE)), NEWEST_FIRST);
    entities.page(
        "between",
        EPISODES
            .CREATED_TIME
            .ge(parameter("from", EPISODES.CREATED_TIME))
            .and(EPISODES.CREATED_TIME.lt(parameter("until", EPISODES.CREATED_TIME))),
        NEWEST_FIRST);
  }
}
