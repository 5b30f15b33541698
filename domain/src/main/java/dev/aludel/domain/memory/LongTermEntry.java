package dev.aludel.domain.memory;

import static java.util.Objects.requireNonNull;

import dev.aludel.domain.Json;
import dev.aludel.domain.Timestamps;
import java.time.Instant;

/**
 * A value that is kept under a key until somebody changes it.
 *
 * @param updatedAt when it was last written, cut to the millisecond
 */
public record LongTermEntry(Key key, Json value, Instant updatedAt) {

  /**
   * What a value is kept under: any text, in the application's own terms.
   *
   * @param value the key as it is stored
   */
  public record Key(String value) {

    /** Refuses null. */
    public Key {
      requireNonNull(value, "value");
    }

    @Override
    public String toString() {
      return value;
    }
  }

  /** Cuts the time to the millisecond. */
  public LongTermEntry {
    requireNonNull(key, "key");
    requireNonNull(value, "value");
    updatedAt = Timestamps.cutToMilliseconds("updatedAt", updatedAt);
  }
}
