package dev.aludel.domain.memory;

import org.jspecify.annotations.Nullable;

/** The numbers that a field may have, both ends included. */
enum Range {
  FROM_MINUS_ONE_TO_ONE(-1, 1),
  FROM_ZERO_TO_ONE(0, 1);

  private final int least;
  private final int greatest;

  Range(int least, int greatest) {
    this.least = least;
    this.greatest = greatest;
  }

  /**
   * The value, and 0 for the negative zero, which some databases cannot tell from it.
   *
   * @param name what the value is, for the error
   * @throws IllegalArgumentException when it is out of the range or no number
   */
  double require(String name, double value) {
    if (value >= least && value <= greatest) {
      return value + 0.0;
    }
    throw new IllegalArgumentException(
        "%s must be a number from %d to %d, not %s.".formatted(name, least, greatest, value));
  }

  @Nullable Double requireOrNull(String name, @Nullable Double value) {
    return value == null ? null : (Double) require(name, value);
  }
}
