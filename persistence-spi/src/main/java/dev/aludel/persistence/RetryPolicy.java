package dev.aludel.persistence;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * How often, for how long and after which pauses a block is run again after a transient failure.
 *
 * @param tries how often a block is run at most, the first run included; 1 for no repetition
 * @param firstDelay the pause before the second run; each further pause is twice as long
 * @param longestDelay what no pause exceeds
 * @param limitOrNull no run begins later than this after the first one; null for no limit
 */
public record RetryPolicy(
    int tries, Duration firstDelay, Duration longestDelay, @Nullable Duration limitOrNull) {

  private static final Duration FIRST_DELAY = Duration.ofMillis(50);
  private static final Duration LONGEST_DELAY = Duration.ofSeconds(1);

  private static final int RUNS_WITHOUT_PAUSE_IN_TURN = 3;
  private static final Duration FIRST_DELAY_IN_TURN = Duration.ofMillis(1);
  private static final Duration LONGEST_DELAY_IN_TURN = Duration.ofMillis(50);

  /** Within 10 s. */
  public static final RetryPolicy DEFAULT = within(Duration.ofSeconds(10));

  /** Every failure is reported at once. */
  public static final RetryPolicy NEVER = new RetryPolicy(1, Duration.ZERO, Duration.ZERO);

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException when tries are fewer than 1, or a delay or the limit is
   *     negative
   */
  public RetryPolicy {
    requireNonNull(firstDelay, "firstDelay");
    requireNonNull(longestDelay, "longestDelay");
    if (tries < 1) {
      throw new IllegalArgumentException(
          "A block runs at least once: tries is %d.".formatted(tries));
    }
    if (firstDelay.isNegative() || longestDelay.isNegative()) {
      throw new IllegalArgumentException(
          "A delay is not negative: firstDelay is %s, longestDelay is %s."
              .formatted(firstDelay, longestDelay));
    }
    if (limitOrNull != null && limitOrNull.isNegative()) {
      throw new IllegalArgumentException(
          "A limit is not negative: limit is %s.".formatted(limitOrNull));
    }
  }

  /**
   * A number of tries, with a pause after each failed one, however long they take.
   *
   * @throws IllegalArgumentException when tries are fewer than 1 or a delay is negative
   */
  public RetryPolicy(int tries, Duration firstDelay, Duration longestDelay) {
    this(tries, firstDelay, longestDelay, null);
  }

  /**
   * As many tries as fit into a time. When another transaction was first, a block runs again at
   * once, but those of one storage do so one at a time, in the order in which they failed; first
   * runs do not wait for them. From its fourth run on it also pauses, by chance, up to 1 ms and
   * then twice as long up to 50 ms, because other processes do not wait for this one. When a
   * connection was lost it pauses for 50 ms, doubling to 1 s.
   *
   * @param limit no run begins later than this after the first one; zero for no repetition
   * @throws IllegalArgumentException when the limit is negative
   */
  public static RetryPolicy within(Duration limit) {
    return new RetryPolicy(
        Integer.MAX_VALUE, FIRST_DELAY, LONGEST_DELAY, requireNonNull(limit, "limit"));
  }

  /** How long after the first run another one may begin; absent for no limit. */
  public Optional<Duration> limit() {
    return Optional.ofNullable(limitOrNull);
  }

  /**
   * Whether a block may run once more.
   *
   * @param failedRuns how many runs have failed so far, from 1
   * @param sinceFirst the time since the first one began
   */
  public boolean allowsAnother(int failedRuns, Duration sinceFirst) {
    return failedRuns < tries && (limitOrNull == null || sinceFirst.compareTo(limitOrNull) < 0);
  }

  /** Whether blocks that another transaction overtook run again one at a time, without a pause. */
  public boolean takesTurns() {
    return limitOrNull != null;
  }

  /**
   * The pause after a failed run: half of the full pause at least and the full one at most, by
   * chance, so that those who met do not meet again.
   *
   * @param failedRuns how many runs have failed so far, from 1
   */
  public Duration delayAfter(int failedRuns, RandomGenerator random) {
    long full = doubled(firstDelay, failedRuns - 1, longestDelay);
    return Duration.ofNanos(full - random.nextLong(full / 2 + 1));
  }

  /**
   * The pause after a failed run of a block that runs in its turn: none at first, and then any up
   * to the full one, by chance.
   *
   * @param failedRuns how many runs have failed so far, from 1
   */
  public Duration delayInTurn(int failedRuns, RandomGenerator random) {
    int doublings = failedRuns - RUNS_WITHOUT_PAUSE_IN_TURN;
    return doublings < 0
        ? Duration.ZERO
        : Duration.ofNanos(
            random.nextLong(doubled(FIRST_DELAY_IN_TURN, doublings, LONGEST_DELAY_IN_TURN) + 1));
  }

  private static long doubled(Duration first, int times, Duration longest) {
    return (long) Math.min(Math.scalb((double) nanos(first), times), (double) nanos(longest));
  }

  // A pause of more than 292 years is one of 292 years.
  private static long nanos(Duration duration) {
    try {
      return duration.toNanos();
    } catch (ArithmeticException tooLong) {
      return Long.MAX_VALUE - 1;
    }
  }

  @Override
  public String toString() {
    StringJoiner parts = new StringJoiner(", ", "RetryPolicy[", "]");
    if (limitOrNull != null) {
      parts.add("within=" + limitOrNull);
    }
    if (limitOrNull == null || tries != Integer.MAX_VALUE) {
      parts.add("tries=" + tries);
    }
    return parts.add("firstDelay=" + firstDelay).add("longestDelay=" + longestDelay).toString();
  }
}
