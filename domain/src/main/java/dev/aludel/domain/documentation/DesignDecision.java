package dev.aludel.domain.documentation;

import static java.util.Objects.requireNonNull;

import dev.aludel.domain.TimeOrderedLongs;
import dev.aludel.domain.Timestamps;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A decision about the design of a document.
 *
 * @param documentId the document it belongs to and goes with
 * @param description what was decided
 * @param rationaleOrNull why; null when not recorded
 * @param alternativesOrNull what else was thought of; null when not recorded
 * @param decidedAtOrNull when it was decided, cut to the millisecond; null when not recorded
 * @param createdAt when this was first recorded, cut to the millisecond
 */
public record DesignDecision(
    Id id,
    Document.Id documentId,
    String description,
    @Nullable String rationaleOrNull,
    @Nullable String alternativesOrNull,
    @Nullable Instant decidedAtOrNull,
    Instant createdAt) {

  /**
   * A design decision's id; any number is one.
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

  /** Cuts the times to the millisecond. */
  public DesignDecision {
    requireNonNull(id, "id");
    requireNonNull(documentId, "documentId");
    requireNonNull(description, "description");
    decidedAtOrNull =
        decidedAtOrNull == null ? null : Timestamps.cutToMilliseconds("decidedAt", decidedAtOrNull);
    createdAt = Timestamps.cutToMilliseconds("createdAt", createdAt);
  }

  /** Why; absent when not recorded. */
  public Optional<String> rationale() {
    return Optional.ofNullable(rationaleOrNull);
  }

  /** What else was thought of; absent when not recorded. */
  public Optional<String> alternatives() {
    return Optional.ofNullable(alternativesOrNull);
  }

  /** When it was decided, cut to the millisecond; absent when not recorded. */
  public Optional<Instant> decidedAt() {
    return Optional.ofNullable(decidedAtOrNull);
  }
}
