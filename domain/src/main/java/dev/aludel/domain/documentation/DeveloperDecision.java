package dev.aludel.domain.documentation;

import static java.util.Objects.requireNonNull;

import dev.aludel.domain.StoredText;
import dev.aludel.domain.TimeOrderedLongs;
import dev.aludel.domain.Timestamps;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a developer decided about a recommendation.
 *
 * @param recommendationId the recommendation it belongs to and goes with
 * @param verdict what was decided
 * @param commentsOrNull what the developer said; null when not recorded
 * @param decidedAt when it was decided, cut to the millisecond
 * @param implementedAtOrNull when it was carried out, cut to the millisecond; null while it is not
 * @param createdAt when this was first recorded, cut to the millisecond
 */
public record DeveloperDecision(
    Id id,
    Recommendation.Id recommendationId,
    Verdict verdict,
    @Nullable String commentsOrNull,
    Instant decidedAt,
    @Nullable Instant implementedAtOrNull,
    Instant createdAt) {

  /**
   * A developer decision's id; any number is one.
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

  /** What was decided. */
  public enum Verdict implements StoredText {
    /** The recommendation is taken. */
    ACCEPT("Accept"),
    /** The recommendation is turned down. */
    REJECT("Reject"),
    /** The recommendation is taken with changes. */
    AMEND("Amend");

    private final String stored;

    Verdict(String stored) {
      this.stored = stored;
    }

    @Override
    public String stored() {
      return stored;
    }

    /** What the recommendation becomes. */
    public Recommendation.Status outcome() {
      return switch (this) {
        case ACCEPT -> Recommendation.Status.ACCEPTED;
        case REJECT -> Recommendation.Status.REJECTED;
        case AMEND -> Recommendation.Status.AMENDED;
      };
    }
  }

  /** Cuts the times to the millisecond. */
  public DeveloperDecision {
    requireNonNull(id, "id");
    requireNonNull(recommendationId, "recommendationId");
    requireNonNull(verdict, "verdict");
    decidedAt = Timestamps.cutToMilliseconds("decidedAt", decidedAt);
    implementedAtOrNull =
        implementedAtOrNull == null
            ? null
            : Timestamps.cutToMilliseconds("implementedAt", implementedAtOrNull);
    createdAt = Timestamps.cutToMilliseconds("createdAt", createdAt);
  }

  /** What the developer said; absent when not recorded. */
  public Optional<String> comments() {
    return Optional.ofNullable(commentsOrNull);
  }

  /** When it was carried out, cut to the millisecond; absent while it is not. */
  public Optional<Instant> implementedAt() {
    return Optional.ofNullable(implementedAtOrNull);
  }
}
