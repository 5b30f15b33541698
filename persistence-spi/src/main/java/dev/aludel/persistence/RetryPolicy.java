package dev.aludel.persistence;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How often and after which pauses a block is run again after a transient failure.
 *
 * @param tries how often a block is run at most, the first run included; 1 for no repetition
 * @param firstDelay the pause before the second run; each further pause is twice as long
 * @param longestDelay what no pause exceeds
 */
public record RetryPolicy(int tries, Duration firstDelay, Duration longestDelay) {

  /** 3 tries, 50 ms doubling to 1 s. */
  public static final RetryPolicy DEFAULT =
      new RetryPolicy(3, Duration.ofMillis(50), Duration.ofSeconds(1));

  /** Every failure is reported at once. */
  public static final RetryPolicy NEVER = new RetryPolicy(1, Duration.ZERO, Duration.ZERO);

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException when tries are fewer than 1 or a delay is negative
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
  }

  /**
   * The pause after a failed run: half of the full pause at least and the full one at most, by
   * chance, so that those who met do not meet again.
   *
   * @param failedRuns how many runs have failed so far, from 1
   */
  public Duration delayAfter(int failedRuns, RandomGenerator random) {
    double doubled = Math.scalb((double) firstDelay.toMillis(), failedRuns - 1);
    long full = (long) Math.min(doubled, (double) longestDelay.toMillis());
    return Duration.ofMillis(full - random.nextLong(full / 2 + 1));
  }
}
