package dev.aludel.domain.memory;

import static java.util.Objects.requireNonNull;

import dev.aludel.domain.Json;
import dev.aludel.domain.TimeOrderedLongs;
import dev.aludel.domain.Timestamps;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something that is worth remembering, and how much.
 *
 * @param createdAt when it was learnt, cut to the millisecond
 * @param contentOrNull what it is, free text of any length; null when not recorded
 * @param categoryOrNull what kind of thing, free text; null when not recorded
 * @param importance how much it is worth, from 0 to 1
 * @param metadataOrNull what else the application knows of it; null for nothing
 * @param embeddingOrNull its meaning; null while no model has made one
 */
public record SemanticMemory(
    Id id,
    Instant createdAt,
    @Nullable String contentOrNull,
    @Nullable String categoryOrNull,
    double importance,
    @Nullable Json metadataOrNull,
    @Nullable Embedding embeddingOrNull) {

  /** What a memory is worth when nobody knows better. */
  public static final double DEFAULT_IMPORTANCE = 0.5;

  /**
   * A memory's id: any number.
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
   * Cuts the time to the millisecond and checks the importance.
   *
   * @throws IllegalArgumentException when the importance is no number from 0 to 1
   */
  public SemanticMemory {
    requireNonNull(id, "id");
    createdAt = Timestamps.cutToMilliseconds("createdAt", createdAt);
    importance = Range.FROM_ZERO_TO_ONE.require("importance", importance);
  }

  /** What it is; absent when not recorded. */
  public Optional<String> content() {
    return Optional.ofNullable(contentOrNull);
  }

  /** What kind of thing it is; absent when not recorded. */
  public Optional<String> category() {
    return Optional.ofNullable(categoryOrNull);
  }

  /** What else the application knows of it; absent for nothing. */
  public Optional<Json> metadata() {
    return Optional.ofNullable(metadataOrNull);
  }

  /** Its meaning; absent while no model has made one. */
  public Optional<Embedding> embedding() {
    return Optional.ofNullable(embeddingOrNull);
  }

  /** The same memory with a meaning, in place of the one that it has. */
  public SemanticMemory embedded(Embedding embedding) {
    return new SemanticMemory(
        id,
        createdAt,
        contentOrNull,
        categoryOrNull,
        importance,
        metadataOrNull,
        requireNonNull(embedding, "embedding"));
  }
}
