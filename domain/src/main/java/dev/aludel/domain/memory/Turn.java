package dev.aludel.domain.memory;

import static java.util.Objects.requireNonNull;

import dev.aludel.domain.Json;
import dev.aludel.domain.TimeOrderedLongs;
import dev.aludel.domain.Timestamps;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One exchange between a user and an assistant.
 *
 * @param createdAt when it took place, cut to the millisecond
 * @param userInputOrNull what the user said, of any length; null when not recorded
 * @param assistantResponseOrNull what the assistant answered, of any length; null when not recorded
 * @param metadataOrNull what else the application knows of it; null for nothing
 */
public record Turn(
    Id id,
    Instant createdAt,
    @Nullable String userInputOrNull,
    @Nullable String assistantResponseOrNull,
    @Nullable Json metadataOrNull) {

  /**
   * A turn's id: any number.
   *
   * @param value the id as it is stored
   */
  public record Id(long value) {

    /** A new id, greater than the ones made before it. */
    public static Id next(TimeOrderedLongs ids) {
      return new Id(ids.next());
    }

    @Override
    public String toString() {
      return Long.toString(value);
    }
  }

  /** Cuts the time to the millisecond. */
  public Turn {
    requireNonNull(id, "id");
    createdAt = Timestamps.cutToMilliseconds("createdAt", createdAt);
  }

  /** What the user said; absent when not recorded. */
  public Optional<String> userInput() {
    return Optional.ofNullable(userInputOrNull);
  }

  /** What the assistant answered; absent when not recorded. */
  public Optional<String> assistantResponse() {
    return Optional.ofNullable(assistantResponseOrNull);
  }

  /** What else the application knows of it; absent for nothing. */
  public Optional<Json> metadata() {
    return Optional.ofNullable(metadataOrNull);
  }
}
