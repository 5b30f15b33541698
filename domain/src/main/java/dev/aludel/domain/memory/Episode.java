package dev.aludel.domain.memory;

import static java.util.Objects.requireNonNull;

import dev.aludel.domain.Json;
import dev.aludel.domain.TimeOrderedLongs;
import dev.aludel.domain.Timestamps;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened, and how it felt.
 *
 * @param createdAt when it happened, cut to the millisecond
 * @param eventTypeOrNull what kind of thing, free text; null when not recorded
 * @param contentOrNull what happened, free text of any length; null when not recorded
 * @param valenceOrNull how good it was, from -1 for bad to 1 for good; null when not recorded
 * @param metadataOrNull what else the application knows of it; null for nothing
 */
public record Episode(
    Id id,
    Instant createdAt,
    @Nullable String eventTypeOrNull,
    @Nullable String contentOrNull,
    @Nullable Double valenceOrNull,
    @Nullable Json metadataOrNull) {

  /**
   * An episode's id: any number.
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

  /**
   * Cuts the time to the millisecond and checks the valence.
   *
   * @throws IllegalArgumentException when the valence is no number from -1 to 1
   */
  public Episode {
    requireNonNull(id, "id");
    createdAt = Timestamps.cutToMilliseconds("createdAt", createdAt);
    valenceOrNull = Range.FROM_MINUS_ONE_TO_ONE.requireOrNull("valence", valenceOrNull);
  }

  /** What kind of thing happened; absent when not recorded. */
  public Optional<String> eventType() {
    return Optional.ofNullable(eventTypeOrNull);
  }

  /** What happened; absent when not recorded. */
  public Optional<String> content() {
    return Optional.ofNullable(contentOrNull);
  }

  /** How good it was, from -1 to 1; absent when not recorded. */
  public OptionalDouble valence() {
    return valenceOrNull == null ? OptionalDouble.empty() : OptionalDouble.of(valenceOrNull);
  }

  /** What else the application knows of it; absent for nothing. */
  public Optional<Json> metadata() {
    return Optional.ofNullable(metadataOrNull);
  }
}
