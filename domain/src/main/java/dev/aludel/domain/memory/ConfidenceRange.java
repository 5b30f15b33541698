package dev.aludel.domain.memory;

/**
 * Confidences from one to another, both included.
 *
 * @param least from 0 to 1
 * @param greatest from {@code least} to 1
 */
public record ConfidenceRange(double least, double greatest) {

  /**
   * Checks both ends.
   *
   * @throws IllegalArgumentException when an end is no number from 0 to 1, or they are the wrong
   *     way round
   */
  public ConfidenceRange {
    least = Range.FROM_ZERO_TO_ONE.require("least", least);
    greatest = Range.FROM_ZERO_TO_ONE.require("greatest", greatest);
    if (least > greatest) {
      throw new IllegalArgumentException(
          "The least confidence, %s, is greater than the greatest, %s. Swap them."
              .formatted(least, greatest));
    }
  }
}
