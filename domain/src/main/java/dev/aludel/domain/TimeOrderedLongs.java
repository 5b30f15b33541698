package dev.aludel.domain;

import static java.util.Objects.requireNonNull;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.random.RandomGenerator;

/**
 * Makes ids of 64 bits, none negative, each greater than the one before, also when the clock stands
 * still or goes back: 41 bits of milliseconds since 2020-01-01T00:00:00Z and 22 bits of a counter
 * that starts at random in each millisecond, so that several processes rarely make the same. What
 * the counter cannot hold is carried into the milliseconds. One generator for each process is
 * enough; it is safe for use by several threads.
 */
public final class TimeOrderedLongs {

  private static final Instant START = Instant.parse("2020-01-01T00:00:00Z");
  private static final int COUNTER_BITS = 22;
  private static final long COUNTER_MASK = (1L << COUNTER_BITS) - 1;

  private final Clock clock;
  private final RandomGenerator random;
  private long last = -1;

  /** Takes the time from {@code clock} and randomness from the platform's secure source. */
  public TimeOrderedLongs(Clock clock) {
    this(clock, new SecureRandom());
  }

  /** As the other constructor, with the caller's source of randomness: repeatable in tests. */
  public TimeOrderedLongs(Clock clock, RandomGenerator random) {
    this.clock = requireNonNull(clock, "clock");
    this.random = requireNonNull(random, "random");
  }

  /**
   * The next id. A clock before 2020 counts as one that stands still there.
   *
   * @throws IllegalStateException when the milliseconds do not fit 41 bits, from 2089-09-06 on
   */
  public synchronized long next() {
    long milliseconds = Math.max(0, clock.millis() - START.toEpochMilli());
    long next =
        milliseconds > last >> COUNTER_BITS
            ? (milliseconds << COUNTER_BITS) | (random.nextLong() & COUNTER_MASK)
            : last + 1;
    if (milliseconds > Long.MAX_VALUE >> COUNTER_BITS || next < 0) {
      throw new IllegalStateException(
          "The clock says %s, for which ids have no room: they end in 2089. Correct the clock."
              .formatted(clock.instant()));
    }
    last = next;
    return next;
  }
}
