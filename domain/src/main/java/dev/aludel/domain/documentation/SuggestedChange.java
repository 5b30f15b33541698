package dev.aludel.domain.documentation;

import static java.util.Objects.requireNonNull;

import dev.aludel.domain.StoredText;
import dev.aludel.domain.TimeOrderedLongs;
import dev.aludel.domain.Timestamps;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One change that a recommendation proposes.
 *
 * @param recommendationId the recommendation it belongs to and goes with
 * @param documentIdOrNull the document to change; null for one that is not there, or not any more
 * @param type what happens to the text
 * @param location where in the document
 * @param beforeOrNull the text as it is; null when not recorded
 * @param afterOrNull the text as it is to be; null when not recorded
 * @param createdAt when this was first recorded, cut to the millisecond
 */
public record SuggestedChange(
    Id id,
    Recommendation.Id recommendationId,
    Document.@Nullable Id documentIdOrNull,
    Type type,
    String location,
    @Nullable String beforeOrNull,
    @Nullable String afterOrNull,
    Instant createdAt) {

  /**
   * A suggested change's id; any number is one.
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

  /** What happens to the text. */
  public enum Type implements StoredText {
    /** New text comes. */
    ADDITION("Addition"),
    /** Text goes. */
    DELETION("Deletion"),
    /** Text becomes another. */
    MODIFICATION("Modification");

    private final String stored;

    Type(String stored) {
      this.stored = stored;
    }

    @Override
    public String stored() {
      return stored;
    }
  }

  // A compact constructor would lose what is said of a nested type: the compiler drops it there.
  /** Cuts the times to the millisecond. */
  public SuggestedChange(
      Id id,
      Recommendation.Id recommendationId,
      Document.@Nullable Id documentIdOrNull,
      Type type,
      String location,
      @Nullable String beforeOrNull,
      @Nullable String afterOrNull,
      Instant createdAt) {
    requireNonNull(id, "id");
    requireNonNull(recommendationId, "recommendationId");
    requireNonNull(type, "type");
    requireNonNull(location, "location");
    this.createdAt = Timestamps.cutToMilliseconds("createdAt", createdAt);
    this.id = id;
    this.recommendationId = recommendationId;
    this.documentIdOrNull = documentIdOrNull;
    this.type = type;
    this.location = location;
    this.beforeOrNull = beforeOrNull;
    this.afterOrNull = afterOrNull;
  }

  /** The document to change; absent for one that is not there, or not any more. */
  public Optional<Document.Id> documentId() {
    return Optional.ofNullable(documentIdOrNull);
  }

  /** The text as it is; absent when not recorded. */
  public Optional<String> before() {
    return Optional.ofNullable(beforeOrNull);
  }

  /** The text as it is to be; absent when not recorded. */
  public Optional<String> after() {
    return Optional.ofNullable(afterOrNull);
  }
}
