package dev.aludel.domain.memory;

import static java.util.Objects.requireNonNull;

import dev.aludel.domain.InvalidCursorException;
import dev.aludel.domain.Json;
import dev.aludel.domain.MutableRepository;
import dev.aludel.domain.Page;
import dev.aludel.domain.PageRequest;
import dev.aludel.domain.ValueNotStorableException;
import java.time.Instant;
import java.util.Optional;

/**
 * Values under keys. Where {@link MutableRepository} speaks of ids, this port has keys.
 *
 * <p>What a value is kept under is a key as texts go, of at most 1,024 bytes in UTF-8: see {@link
 * ValueNotStorableException}.
 */
public interface LongTerm extends MutableRepository<LongTermEntry, LongTermEntry.Key> {

  /**
   * Keeps a value under a key, in place of the one that is there.
   *
   * @param now becomes the entry's time of update
   */
  default void put(LongTermEntry.Key key, Json value, Instant now) {
    upsert(
        new LongTermEntry(
            requireNonNull(key, "key"),
            requireNonNull(value, "value"),
            requireNonNull(now, "now")));
  }

  /**
   * Removes a key and its value. Removing what is not there is no error.
   *
   * @return whether the key was there
   */
  default boolean remove(LongTermEntry.Key key) {
    return delete(requireNonNull(key, "key"));
  }

  /**
   * Keeps a value under a key if the one that is there is the expected one: of several callers that
   * expect the same, one writes. Values are compared as texts, as they are stored: blanks and the
   * order of members count.
   *
   * @param expected the value that must be there; empty when there must be none
   * @param now becomes the entry's time of update
   * @return whether the value was written
   */
  boolean compareAndSet(LongTermEntry.Key key, Optional<Json> expected, Json next, Instant now);

  /**
   * All entries, a page at a time, by the code points of their keys. An entry that is added or
   * removed while somebody pages may be missed; every other one is met exactly once.
   *
   * @throws InvalidCursorException when the request's cursor was made by another query
   */
  @Override
  Page<LongTermEntry> page(PageRequest request);

  /**
   * The entries whose keys begin with a prefix, by the code points of their keys. Nothing in the
   * prefix stands for anything else, and letters are the same only in the same case.
   *
   * @param prefix the empty text for all entries
   * @throws InvalidCursorException when the request's cursor was made for another prefix or query
   */
  Page<LongTermEntry> pageOfPrefix(String prefix, PageRequest request);
}
