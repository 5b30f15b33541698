package dev.aludel.persistence.jooq.memory;

import static java.util.Objects.requireNonNull;

import dev.aludel.domain.Page;
import dev.aludel.domain.PageRequest;
import dev.aludel.domain.memory.Episode;
import dev.aludel.domain.memory.Episodes;
import dev.aludel.domain.memory.MemoryKeysets;
import dev.aludel.domain.memory.TimeRange;
import dev.aludel.persistence.jooq.statement.Calls;
import dev.aludel.persistence.jooq.statement.EntityRepository;
import org.jspecify.annotations.Nullable;

/** The episodes in the table {@code episodes}. */
final class JooqEpisodes extends EntityRepository<Episode, Episode.Id> implements Episodes {

  private final EpisodeStatements statements;

  JooqEpisodes(EpisodeStatements statements, Calls calls) {
    super(statements.entities, MemoryKeysets.EPISODES, "episode", calls);
    this.statements = statements;
  }

  @Override
  public boolean record(Episode episode) {
    requireNonNull(episode, "episode");
    return insertIfAbsent(episode);
  }

  @Override
  public Page<Episode> pageNewestFirst(PageRequest request) {
    requireNonNull(request, "request");
    return statements.newest.page(calls(), MemoryKeysets.NEWEST_EPISODES, request);
  }

  @Override
  public Page<Episode> pageOfType(String eventType, PageRequest request) {
    requireNonNull(eventType, "eventType");
    requireNonNull(request, "request");
    return statements.ofType.page(calls(), MemoryKeysets.episodesOf(eventType), request, eventType);
  }

  @Override
  public Page<Episode> pageBetween(TimeRange range, PageRequest request) {
    requireNonNull(range, "range");
    requireNonNull(request, "request");
    return statements.between.page(
        calls(),
        MemoryKeysets.episodesOf(range),
        request,
        range.from().toEpochMilli(),
        range.until().toEpochMilli());
  }

  @Override
  protected Object key(Episode.Id id) {
    return id.value();
  }

  @Override
  protected Episode.Id id(Episode episode) {
    return episode.id();
  }

  @Override
  protected @Nullable Object[] values(Episode episode) {
    return EpisodeStatements.values(episode);
  }
}
