package dev.aludel.domain.memory;

import dev.aludel.domain.Timestamps;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * What all entries together say, at one moment.
 *
 * @param total how many there are
 * @param resolved how many of them have been settled
 * @param meanConfidenceOrNull the mean of those confidences that are recorded, from 0 to 1; null
 *     when none is
 * @param lastDay how many were noticed within the last 24 hours
 */
public record UncertaintyStatistics(
    long total, long resolved, @Nullable Double meanConfidenceOrNull, long lastDay) {

  /** Checks the counts and the mean. */
  public UncertaintyStatistics {
    if (total < 0 || resolved < 0 || resolved > total || lastDay < 0 || lastDay > total) {
      throw new IllegalArgumentException(
          "Of %d entries, %d cannot be resolved and %d from the last day."
              .formatted(total, resolved, lastDay));
    }
    meanConfidenceOrNull =
        Range.FROM_ZERO_TO_ONE.requireOrNull("meanConfidence", meanConfidenceOrNull);
  }

  /**
   * The moment after which the last 24 hours before {@code now} begin, cut to the millisecond.
   *
   * @throws IllegalArgumentException when its milliseconds since 1970, or those of {@code now}, do
   *     not fit 64 bits
   */
  public static Instant lastDayBefore(Instant now) {
    return Timestamps.cutToMilliseconds(
        "now minus 24 hours", Timestamps.cutToMilliseconds("now", now).minus(Duration.ofHours(24)));
  }

  /** The share of entries that have been settled, from 0 to 1; 0 when there is no entry. */
  public double resolvedRate() {
    return total == 0 ? 0 : (double) resolved / total;
  }

  /** The mean of those confidences that are recorded, from 0 to 1; absent when none is. */
  public OptionalDouble meanConfidence() {
    return meanConfidenceOrNull == null
        ? OptionalDouble.empty()
        : OptionalDouble.of(meanConfidenceOrNull);
  }
}
