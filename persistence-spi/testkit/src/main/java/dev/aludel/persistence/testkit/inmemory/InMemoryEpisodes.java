package dev.aludel.persistence.testkit.inmemory;

import static java.util.Objects.requireNonNull;

import dev.aludel.domain.Page;
import dev.aludel.domain.PageRequest;
import dev.aludel.domain.memory.Episode;
import dev.aludel.domain.memory.Episodes;
import dev.aludel.domain.memory.MemoryKeysets;
import dev.aludel.domain.memory.TimeRange;
import dev.aludel.persistence.StorableText;

/** The episodes in memory. */
final class InMemoryEpisodes extends MutableTableRepository<Episode, Episode.Id>
    implements Episodes {

  private static final Table<Episode, Episode.Id> TABLE =
      Table.of("episodes", Episode::id)
          .text("event_type", Episode::eventTypeOrNull)
          .text("content", Episode::contentOrNull)
          .json("metadata", Episode::metadataOrNull);

  InMemoryEpisodes(Calls calls) {
    super(TABLE, "episode", MemoryKeysets.EPISODES, calls);
  }

  @Override
  public boolean record(Episode episode) {
    requireNonNull(episode, "episode");
    return insertIfAbsent(episode);
  }

  @Override
  public Page<Episode> pageNewestFirst(PageRequest request) {
    requireNonNull(request, "request");
    return page(MemoryKeysets.NEWEST_EPISODES, Direction.DESCENDING, request, episodes -> episodes);
  }

  @Override
  public Page<Episode> pageOfType(String eventType, PageRequest request) {
    requireNonNull(eventType, "eventType");
    requireNonNull(request, "request");
    StorableText.require("episodes.event_type", eventType);
    return page(
        MemoryKeysets.episodesOf(eventType),
        Direction.DESCENDING,
        request,
        episodes -> episodes.filter(episode -> eventType.equals(episode.eventTypeOrNull())));
  }

  @Override
  public Page<Episode> pageBetween(TimeRange range, PageRequest request) {
    requireNonNull(range, "range");
    requireNonNull(request, "request");
    return page(
        MemoryKeysets.episodesOf(range),
        Direction.DESCENDING,
        request,
        episodes -> episodes.filter(episode -> range.contains(episode.createdAt())));
  }
}
