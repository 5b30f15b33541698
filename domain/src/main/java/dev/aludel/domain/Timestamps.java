package dev.aludel.domain;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/** The precision of time in every entity: whole milliseconds, as every adapter stores them. */
public final class Timestamps {

  private Timestamps() {}

  /**
   * Cuts an instant to its millisecond: towards the past, never rounded, so that no entity lies
   * later than what the caller said, and what is read back equals what was written.
   *
   * @param name what the instant is, for the error
   * @throws IllegalArgumentException when the milliseconds since 1970 do not fit 64 bits
   */
  public static Instant cutToMilliseconds(String name, Instant instant) {
    requireNonNull(instant, name);
    try {
      return Instant.ofEpochMilli(instant.toEpochMilli());
    } catch (ArithmeticException tooFar) {
      throw new IllegalArgumentException(
          "%s is %s, whose milliseconds since 1970 do not fit 64 bits. Give a nearer time."
              .formatted(name, instant),
          tooFar);
    }
  }
}
