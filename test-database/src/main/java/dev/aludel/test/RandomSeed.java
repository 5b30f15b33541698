package dev.aludel.test;

import java.util.Random;
import java.util.random.RandomGenerator;

/**
 * The seed of a random test. It is printed, so that a failure can be had again with {@code
 * -Daludel.seed=N}; without that property each run takes another one.
 */
public final class RandomSeed {

  /** The system property that fixes the seed, a decimal long. */
  public static final String PROPERTY = "aludel.seed";

  private final long value;

  private RandomSeed(long value) {
    this.value = value;
  }

  /** The seed to use for the named test; prints {@code aludel.seed=N (name)} on standard output. */
  public static RandomSeed printed(String test) {
    return printed(test, System.nanoTime());
  }

  /**
   * The seed to use for the named test, {@code usual} unless the property names another; printed
   * likewise. For a test so wide that new ground in each build would stop whoever is at work on
   * something else.
   */
  public static RandomSeed printed(String test, long usual) {
    RandomSeed seed = new RandomSeed(Long.getLong(PROPERTY, usual));
    System.out.println(seed + " (" + test + ")");
    return seed;
  }

  /** The seed itself, for messages. */
  public long value() {
    return value;
  }

  /** A new generator that starts from this seed; each call gives the same sequence. */
  public RandomGenerator random() {
    return new Random(value);
  }

  @Override
  public String toString() {
    return PROPERTY + "=" + value;
  }
}
