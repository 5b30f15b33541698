package dev.aludel.domain;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which page: how many items at most, and after which place.
 *
 * @param limit the most items that the page may hold, {@value #MIN_LIMIT} to {@value #MAX_LIMIT}
 * @param cursorOrNull the place after which the page begins; null for the first page
 */
public record PageRequest(int limit, @Nullable Cursor cursorOrNull) {

  /** The smallest page. */
  public static final int MIN_LIMIT = 1;

  /** The largest page. */
  public static final int MAX_LIMIT = 500;

  /**
   * Checks the limit.
   *
   * @throws IllegalArgumentException when it is out of range; a larger wish is never cut in silence
   */
  public PageRequest {
    if (limit < MIN_LIMIT || limit > MAX_LIMIT) {
      throw new IllegalArgumentException(
          "The limit of a page is %d to %d, not %d. Ask for more pages."
              .formatted(MIN_LIMIT, MAX_LIMIT, limit));
    }
  }

  /** The first page. */
  public static PageRequest first(int limit) {
    return new PageRequest(limit, null);
  }

  /** The page that begins behind the cursor's place. */
  public static PageRequest after(Cursor cursor, int limit) {
    return new PageRequest(limit, requireNonNull(cursor, "cursor"));
  }

  /** The place after which the page begins; absent for the first page. */
  public Optional<Cursor> cursor() {
    return Optional.ofNullable(cursorOrNull);
  }
}
