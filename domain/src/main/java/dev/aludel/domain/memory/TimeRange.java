package dev.aludel.domain.memory;

import dev.aludel.domain.Timestamps;
import java.time.Instant;

/**
 * The time from one moment to another.
 *
 * @param from the first moment, cut to the millisecond
 * @param until the moment after the last, cut to the millisecond; a range whose ends are equal is
 *     empty
 */
public record TimeRange(Instant from, Instant until) {

  /**
   * Cuts both ends to the millisecond.
   *
   * @throws IllegalArgumentException when they are the wrong way round
   */
  public TimeRange {
    from = Timestamps.cutToMilliseconds("from", from);
    until = Timestamps.cutToMilliseconds("until", until);
    if (until.isBefore(from)) {
      throw new IllegalArgumentException(
          "The range begins at %s and would end before, at %s. Swap them.".formatted(from, until));
    }
  }

  /** Whether a moment, cut to the millisecond, lies in the range. */
  public boolean contains(Instant moment) {
    return !moment.isBefore(from) && moment.isBefore(until);
  }
}
