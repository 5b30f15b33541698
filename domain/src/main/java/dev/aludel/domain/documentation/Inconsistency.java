package dev.aludel.domain.documentation;

import static java.util.Objects.requireNonNull;

import dev.aludel.domain.Json;
import dev.aludel.domain.StoredText;
import dev.aludel.domain.TimeOrderedLongs;
import dev.aludel.domain.Timestamps;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A contradiction among documents.
 *
 * @param projectIdOrNull the project it belongs to and goes with; null for none
 * @param type what contradicts what
 * @param severity how bad it is
 * @param status how far it is dealt with
 * @param description what the contradiction is
 * @param suggestedResolutionOrNull how it might be resolved; null when not recorded
 * @param confidenceOrNull how sure its finder is, finite, in single precision as it is stored; null
 *     when not recorded
 * @param metadataOrNull what else the application keeps with it; null for nothing
 * @param detectedAt when it was found, cut to the millisecond
 * @param resolvedAtOrNull when it was resolved, cut to the millisecond; null while it is not
 * @param createdAt when this was first recorded, cut to the millisecond
 * @param updatedAt when this was last recorded, cut to the millisecond; not compared with {@code
 *     createdAt}, because clocks differ
 */
public record Inconsistency(
    Id id,
    Project.@Nullable Id projectIdOrNull,
    Type type,
    Severity severity,
    Status status,
    String description,
    @Nullable String suggestedResolutionOrNull,
    @Nullable Float confidenceOrNull,
    @Nullable Json metadataOrNull,
    Instant detectedAt,
    @Nullable Instant resolvedAtOrNull,
    Instant createdAt,
    Instant updatedAt) {

  /**
   * An inconsistency's id; any number is one.
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

  /** What contradicts what. */
  public enum Type implements StoredText {
    /** A document and another. */
    DOC_TO_DOC("DocToDoc"),
    /** A document and code. */
    DOC_TO_CODE("DocToCode"),
    /** A document and a design decision. */
    DESIGN_DECISION_VIOLATION("DesignDecisionViolation");

    private final String stored;

    Type(String stored) {
      this.stored = stored;
    }

    @Override
    public String stored() {
      return stored;
    }
  }

  /** How bad it is. */
  public enum Severity implements StoredText {
    /** It misleads whoever relies on it. */
    CRITICAL("Critical"),
    /** It is to be dealt with soon. */
    MAJOR("Major"),
    /** It can wait. */
    MINOR("Minor");

    private final String stored;

    Severity(String stored) {
      this.stored = stored;
    }

    @Override
    public String stored() {
      return stored;
    }
  }

  /** How far it is dealt with. */
  public enum Status implements StoredText {
    /** Nothing is proposed yet. */
    PENDING("Pending"),
    /** A recommendation proposes what to do. */
    IN_RECOMMENDATION("InRecommendation"),
    /** It is no more. */
    RESOLVED("Resolved");

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
  public Inconsistency(
      Id id,
      Project.@Nullable Id projectIdOrNull,
      Type type,
      Severity severity,
      Status status,
      String description,
      @Nullable String suggestedResolutionOrNull,
      @Nullable Float confidenceOrNull,
      @Nullable Json metadataOrNull,
      Instant detectedAt,
      @Nullable Instant resolvedAtOrNull,
      Instant createdAt,
      Instant updatedAt) {
    requireNonNull(id, "id");
    requireNonNull(type, "type");
    requireNonNull(severity, "severity");
    requireNonNull(status, "status");
    requireNonNull(description, "description");
    this.detectedAt = Timestamps.cutToMilliseconds("detectedAt", detectedAt);
    this.resolvedAtOrNull =
        resolvedAtOrNull == null
            ? null
            : Timestamps.cutToMilliseconds("resolvedAt", resolvedAtOrNull);
    this.createdAt = Timestamps.cutToMilliseconds("createdAt", createdAt);
    this.updatedAt = Timestamps.cutToMilliseconds("updatedAt", updatedAt);
    if (confidenceOrNull != null && !Float.isFinite(confidenceOrNull)) {
      throw new IllegalArgumentException(
          "The confidence is %s. Give a finite number, or null.".formatted(confidenceOrNull));
    }
    // SQLite has one zero alone.
    this.confidenceOrNull = confidenceOrNull == null ? null : confidenceOrNull + 0f;
    this.id = id;
    this.projectIdOrNull = projectIdOrNull;
    this.type = type;
    this.severity = severity;
    this.status = status;
    this.description = description;
    this.suggestedResolutionOrNull = suggestedResolutionOrNull;
    this.metadataOrNull = metadataOrNull;
  }

  /** The project it belongs to and goes with; absent for none. */
  public Optional<Project.Id> projectId() {
    return Optional.ofNullable(projectIdOrNull);
  }

  /** How it might be resolved; absent when not recorded. */
  public Optional<String> suggestedResolution() {
    return Optional.ofNullable(suggestedResolutionOrNull);
  }

  /**
   * How sure its finder is, finite, in single precision as it is stored; absent when not recorded.
   */
  public Optional<Float> confidence() {
    return Optional.ofNullable(confidenceOrNull);
  }

  /** What else the application keeps with it; absent for nothing. */
  public Optional<Json> metadata() {
    return Optional.ofNullable(metadataOrNull);
  }

  /** When it was resolved, cut to the millisecond; absent while it is not. */
  public Optional<Instant> resolvedAt() {
    return Optional.ofNullable(resolvedAtOrNull);
  }
}
