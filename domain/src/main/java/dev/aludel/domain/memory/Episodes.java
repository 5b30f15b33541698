package dev.aludel.domain.memory;

import dev.aludel.domain.InvalidCursorException;
import dev.aludel.domain.MutableRepository;
import dev.aludel.domain.Page;
import dev.aludel.domain.PageRequest;
import dev.aludel.domain.ValueNotStorableException;

/**
 * The episodes of an agent.
 *
 * <p>The type of an episode is a key, of at most 1,024 bytes in UTF-8: see {@link
 * ValueNotStorableException}.
 */
public interface Episodes extends MutableRepository<Episode, Episode.Id> {

  /**
   * Adds an episode unless its id is there already; then the stored one stays as it was. Recording
   * it again after an unknown outcome is harmless.
   *
   * @return whether it was added
   */
  boolean record(Episode episode);

  /**
   * All episodes, the newest first, equal times by descending id.
   *
   * @throws InvalidCursorException when the request's cursor was made by another query
   */
  Page<Episode> pageNewestFirst(PageRequest request);

  /**
   * The episodes of one type, the newest first, equal times by descending id; an episode without a
   * type is of none.
   *
   * @throws InvalidCursorException when the request's cursor was made for another type or query
   */
  Page<Episode> pageOfType(String eventType, PageRequest request);

  /**
   * The episodes of a time, the newest first, equal times by descending id.
   *
   * @throws InvalidCursorException when the request's cursor was made for another time or query
   */
  Page<Episode> pageBetween(TimeRange range, PageRequest request);
}
