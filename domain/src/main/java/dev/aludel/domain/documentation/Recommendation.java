package dev.aludel.domain.documentation;

import static java.util.Objects.requireNonNull;

import dev.aludel.domain.Json;
import dev.aludel.domain.StoredText;
import dev.aludel.domain.TimeOrderedLongs;
import dev.aludel.domain.Timestamps;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A proposal of what to do about inconsistencies.
 *
 * @param projectIdOrNull the project it belongs to and goes with; null for none
 * @param title what it proposes, in a line
 * @param status what became of it
 * @param strategyOrNull how it was found; null when not recorded
 * @param developerFeedbackOrNull what a developer said of it; null when not recorded
 * @param metadataOrNull what else the application keeps with it; null for nothing
 * @param proposedAt when it was proposed, cut to the millisecond
 * @param codebaseChangedAtOrNull when the code that it is about had last changed, cut to the
 *     millisecond; null when not recorded
 * @param appliedAtOrNull when it was applied, cut to the millisecond; null while it is not
 * @param createdAt when this was first recorded, cut to the millisecond
 * @param updatedAt when this was last recorded, cut to the millisecond; not compared with {@code
 *     createdAt}, because clocks differ
 */
public record Recommendation(
    Id id,
    Project.@Nullable Id projectIdOrNull,
    String title,
    Status status,
    @Nullable String strategyOrNull,
    @Nullable String developerFeedbackOrNull,
    @Nullable Json metadataOrNull,
    Instant proposedAt,
    @Nullable Instant codebaseChangedAtOrNull,
    @Nullable Instant appliedAtOrNull,
    Instant createdAt,
    Instant updatedAt) {

  /**
   * A recommendation's id; any number is one.
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

  /** What became of a recommendation. */
  public enum Status implements StoredText {
    /** It waits for a decision. */
    ACTIVE("Active"),
    /** A developer took it. */
    ACCEPTED("Accepted"),
    /** A developer turned it down. */
    REJECTED("Rejected"),
    /** A developer took it with changes. */
    AMENDED("Amended"),
    /** It was overtaken by events. */
    INVALIDATED("Invalidated");

    private final String stored;

    Status(String stored) {
      this.stored = stored;
    }

    @Override
    public String stored() {
      return stored;
    }
  }

  // A compact constructor would lose what is said of a nested type: the compiler drops it there.
  /** Cuts the times to the millisecond. */
  public Recommendation(
      Id id,
      Project.@Nullable Id projectIdOrNull,
      String title,
      Status status,
      @Nullable String strategyOrNull,
      @Nullable String developerFeedbackOrNull,
      @Nullable Json metadataOrNull,
      Instant proposedAt,
      @Nullable Instant codebaseChangedAtOrNull,
      @Nullable Instant appliedAtOrNull,
      Instant createdAt,
      Instant updatedAt) {
    requireNonNull(id, "id");
    requireNonNull(title, "title");
    requireNonNull(status, "status");
    this.proposedAt = Timestamps.cutToMilliseconds("proposedAt", proposedAt);
    this.codebaseChangedAtOrNull =
        codebaseChangedAtOrNull == null
            ? null
            : Timestamps.cutToMilliseconds("codebaseChangedAt", codebaseChangedAtOrNull);
    this.appliedAtOrNull =
        appliedAtOrNull == null ? null : Timestamps.cutToMilliseconds("appliedAt", appliedAtOrNull);
    this.createdAt = Timestamps.cutToMilliseconds("createdAt", createdAt);
    this.updatedAt = Timestamps.cutToMilliseconds("updatedAt", updatedAt);
    this.id = id;
    this.projectIdOrNull = projectIdOrNull;
    this.title = title;
    this.status = status;
    this.strategyOrNull = strategyOrNull;
    this.developerFeedbackOrNull = developerFeedbackOrNull;
    this.metadataOrNull = metadataOrNull;
  }

  /**
   * Checks that this can be proposed with these changes.
   *
   * @throws IllegalArgumentException when it is not active, or a change is of another
   *     recommendation
   */
  public void requireProposable(Collection<SuggestedChange> changes) {
    if (status != Status.ACTIVE) {
      throw new IllegalArgumentException(
          "The recommendation %s is %s. Propose it active.".formatted(id, status.stored()));
    }
    for (SuggestedChange change : changes) {
      if (!change.recommendationId().equals(id)) {
        throw new IllegalArgumentException(
            "The suggested change %s is of the recommendation %s, not of %s. Give those of one recommendation."
                .formatted(change.id(), change.recommendationId(), id));
      }
    }
  }

  /** The project it belongs to and goes with; absent for none. */
  public Optional<Project.Id> projectId() {
    return Optional.ofNullable(projectIdOrNull);
  }

  /** How it was found; absent when not recorded. */
  public Optional<String> strategy() {
    return Optional.ofNullable(strategyOrNull);
  }

  /** What a developer said of it; absent when not recorded. */
  public Optional<String> developerFeedback() {
    return Optional.ofNullable(developerFeedbackOrNull);
  }

  /** What else the application keeps with it; absent for nothing. */
  public Optional<Json> metadata() {
    return Optional.ofNullable(metadataOrNull);
  }

  /**
   * When the code that it is about had last changed, cut to the millisecond; absent * when not
   * recorded.
   */
  public Optional<Instant> codebaseChangedAt() {
    return Optional.ofNullable(codebaseChangedAtOrNull);
  }

  /** When it was applied, cut to the millisecond; absent while it is not. */
  public Optional<Instant> appliedAt() {
    return Optional.ofNullable(appliedAtOrNull);
  }
}
