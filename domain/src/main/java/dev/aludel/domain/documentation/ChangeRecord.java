package dev.aludel.domain.documentation;

import static java.util.Objects.requireNonNull;

import dev.aludel.domain.TimeOrderedLongs;
import dev.aludel.domain.Timestamps;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A change that a document has gone through.
 *
 * @param documentId the document it belongs to and goes with
 * @param changedAt when the document changed, cut to the millisecond
 * @param summary what changed, in short
 * @param detailsOrNull what changed, at length; null when not recorded
 * @param createdAt when this was first recorded, cut to the millisecond
 */
public record ChangeRecord(
    Id id,
    Document.Id documentId,
    Instant changedAt,
    String summary,
    @Nullable String detailsOrNull,
    Instant createdAt) {

  /**
   * A change record's id; any number is one.
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
  public ChangeRecord {
    requireNonNull(id, "id");
    requireNonNull(documentId, "documentId");
    changedAt = Timestamps.cutToMilliseconds("changedAt", changedAt);
    requireNonNull(summary, "summary");
    createdAt = Timestamps.cutToMilliseconds("createdAt", createdAt);
  }

  /** What changed, at length; absent when not recorded. */
  public Optional<String> details() {
    return Optional.ofNullable(detailsOrNull);
  }
}
