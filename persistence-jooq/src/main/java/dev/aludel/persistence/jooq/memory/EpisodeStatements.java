package dev.aludel.persistence.jooq.memory;

import static dev.aludel.persistence.jooq.generated.Tables.EPISODES;
import static dev.aludel.persistence.jooq.statement.StatementCompiler.parameter;
import static org.jooq.impl.DSL.noCondition;

import dev.aludel.domain.Json;
import dev.aludel.domain.memory.Episode;
import dev.aludel.persistence.jooq.statement.EntityStatements;
import dev.aludel.persistence.jooq.statement.KeysetOrder;
import dev.aludel.persistence.jooq.statement.KeysetQuery;
import dev.aludel.persistence.jooq.statement.Row;
import dev.aludel.persistence.jooq.statement.StatementCompiler;
import java.util.List;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/** Every statement of {@link JooqEpisodes}. */
final class EpisodeStatements {

  private static final List<Field<?>> DATA =
      List.of(
          EPISODES.CREATED_TIME,
          EPISODES.EVENT_TYPE,
          EPISODES.CONTENT,
          EPISODES.VALENCE,
          EPISODES.METADATA);

  private static final KeysetOrder NEWEST_FIRST =
      KeysetOrder.descending(EPISODES.CREATED_TIME, EPISODES.ID);

  final EntityStatements<Episode> entities;
  final KeysetQuery<Episode> newest;
  final KeysetQuery<Episode> ofType;
  final KeysetQuery<Episode> between;

  EpisodeStatements(StatementCompiler compiler) {
    entities =
        new EntityStatements<>(
            compiler,
            EPISODES,
            EPISODES.ID,
            DATA,
            KeysetOrder.ascending(EPISODES.CREATED_TIME, EPISODES.ID),
            EpisodeStatements::episode);
    newest = entities.page(noCondition(), NEWEST_FIRST);
    ofType = entities.page(EPISODES.EVENT_TYPE.eq(parameter(EPISODES.EVENT_TYPE)), NEWEST_FIRST);
    between =
        entities.page(
            EPISODES
                .CREATED_TIME
                .ge(parameter("from", EPISODES.CREATED_TIME))
                .and(EPISODES.CREATED_TIME.lt(parameter("until", EPISODES.CREATED_TIME))),
            NEWEST_FIRST);
  }

  /** The episode's values in the order of the columns, the id last. */
  static @Nullable Object[] values(Episode episode) {
    return new @Nullable Object[] {
      episode.createdAt().toEpochMilli(),
      episode.eventTypeOrNull(),
      episode.contentOrNull(),
      episode.valenceOrNull(),
      JsonText.of(episode.metadataOrNull()),
      episode.id().value()
    };
  }

  private static Episode episode(Row row) {
    return new Episode(
        new Episode.Id(row.number(EPISODES.ID)),
        row.time(EPISODES.CREATED_TIME),
        row.nullableText(EPISODES.EVENT_TYPE),
        row.nullableText(EPISODES.CONTENT),
        row.nullableReal(EPISODES.VALENCE),
        row.readOrNull(EPISODES.METADATA, Json::new));
  }
}
