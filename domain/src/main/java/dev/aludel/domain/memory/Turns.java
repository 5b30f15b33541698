package dev.aludel.domain.memory;

import dev.aludel.domain.InvalidCursorException;
import dev.aludel.domain.MutableRepository;
import dev.aludel.domain.Page;
import dev.aludel.domain.PageRequest;

/** The turns of all talks with an agent. */
public interface Turns extends MutableRepository<Turn, Turn.Id> {

  /**
   * Adds a turn unless its id is there already; then the stored one stays as it was. Appending it
   * again after an unknown outcome is harmless.
   *
   * @return whether it was added
   */
  boolean append(Turn turn);

  /**
   * All turns, the newest first, equal times by descending id.
   *
   * @throws InvalidCursorException when the request's cursor was made by another query
   */
  Page<Turn> pageNewestFirst(PageRequest request);
}
