package dev.aludel.persistence.jooq.memory;

import dev.aludel.domain.Json;
import dev.aludel.domain.memory.Episode;
import dev.aludel.persistence.jooq.generated.columns.Episodes;
import dev.aludel.persistence.jooq.statement.CompiledStatements;
import dev.aludel.persistence.jooq.statement.EntityStatements;
import dev.aludel.persistence.jooq.statement.KeysetQuery;
import dev.aludel.persistence.jooq.statement.Row;
import org.jspecify.annotations.Nullable;

/** Every statement of {@link JooqEpisodes}. */
final class EpisodeStatements {

  final EntityStatements<Episode> entities;
  final KeysetQuery<Episode> newest;
  final KeysetQuery<Episode> ofType;
  final KeysetQuery<Episode> between;

  EpisodeStatements(CompiledStatements statements) {
    entities = new EntityStatements<>(statements, EpisodeStatements::episode);
    newest = entities.page("newest");
    ofType = entities.page("ofType");
    between = entities.page("between");
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
        new Episode.Id(row.number(Episodes.ID)),
        row.time(Episodes.CREATED_TIME),
        row.nullableText(Episodes.EVENT_TYPE),
        row.nullableText(Episodes.CONTENT),
        row.nullableReal(Episodes.VALENCE),
        row.readOrNull(Episodes.METADATA, Json::new));
  }
}
