package dev.aludel.domain;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Some items of a longer list, in its order.
 *
 * @param items the items; fewer than the limit only at the end of the list
 * @param nextOrNull the place after the last item; null when nothing follows it
 */
public record Page<T>(List<T> items, @Nullable Cursor nextOrNull) {

  /** Copies the items. */
  public Page {
    items = List.copyOf(items);
  }

  /**
   * Where the next page begins; absent when this page was the last when it was read. What is added
   * to the list's end later is found by keeping the cursor of an earlier page.
   */
  public Optional<Cursor> next() {
    return Optional.ofNullable(nextOrNull);
  }
}
