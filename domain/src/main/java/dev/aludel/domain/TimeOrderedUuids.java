package dev.aludel.domain;

import static java.util.Objects.requireNonNull;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * Makes UUIDs of version 7 (RFC 9562) as text, each greater than the one before, also when the
 * clock stands still or goes back. One generator for each process is enough; it is safe for use by
 * several threads.
 */
public final class TimeOrderedUuids {

  private static final long LOW_BITS = 62;
  private static final long LOW_MASK = (1L << LOW_BITS) - 1;
  private static final long HIGH_MASK = (1L << 12) - 1;
  private static final long VERSION = 7L << 12;
  private static final long VARIANT = 0x8000_0000_0000_0000L;

  private final Clock clock;
  private final RandomGenerator random;
  private long milliseconds = -1;
  private long high;
  private long low;

  /** Takes the time from {@code clock} and randomness from the platform's secure source. */
  public TimeOrderedUuids(Clock clock) {
    this(clock, new SecureRandom());
  }

  /** As the other constructor, with the caller's source of randomness: repeatable in tests. */
  public TimeOrderedUuids(Clock clock, RandomGenerator random) {
    this.clock = requireNonNull(clock, "clock");
    this.random = requireNonNull(random, "random");
  }

  /** The next UUID in its 36 lower-case characters; text order is the order of creation. */
  public synchronized String next() {
    long now = clock.millis();
    if (now > milliseconds) {
      milliseconds = now;
      high = random.nextLong() & HIGH_MASK;
      low = random.nextLong() & LOW_MASK;
    } else {
      step();
    }
    return new UUID(milliseconds << 16 | VERSION | high, VARIANT | low).toString();
  }

  // A random step keeps the next id hard to guess from the last one; what overflows is carried.
  private void step() {
    low += 1 + (random.nextLong() >>> 32);
    if (low > LOW_MASK) {
      low &= LOW_MASK;
      high++;
    }
    if (high > HIGH_MASK) {
      high = 0;
      milliseconds++;
    }
  }
}
