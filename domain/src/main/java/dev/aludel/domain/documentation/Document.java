package dev.aludel.domain.documentation;

import static java.util.Objects.requireNonNull;

import dev.aludel.domain.StoredText;
import dev.aludel.domain.TimeOrderedLongs;
import dev.aludel.domain.Timestamps;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A file of a project, without its content, which {@link Documents#content} gives.
 *
 * @param projectId the project it belongs to and goes with
 * @param path where it lies; no two documents of a project have the same
 * @param type what it holds
 * @param modifiedAt when the file changed last by its file system, cut to the millisecond
 * @param size how long the file is, in bytes
 * @param digest the digest of the file's bytes, as the application computes it
 * @param intentOrNull what it is for; null when not recorded
 * @param designPrinciplesOrNull what its design follows; null when not recorded
 * @param constraintsOrNull what it must keep to; null when not recorded
 * @param referenceDocumentationOrNull what else describes it; null when not recorded
 * @param createdAt when this was first recorded, cut to the millisecond
 * @param updatedAt when this was last recorded, cut to the millisecond; not compared with {@code
 *     createdAt}, because clocks differ
 */
public record Document(
    Id id,
    Project.Id projectId,
    String path,
    Type type,
    Instant modifiedAt,
    long size,
    String digest,
    @Nullable String intentOrNull,
    @Nullable String designPrinciplesOrNull,
    @Nullable String constraintsOrNull,
    @Nullable String referenceDocumentationOrNull,
    Instant createdAt,
    Instant updatedAt) {

  /**
   * A document's id; any number is one.
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

  /** What a document holds. */
  public enum Type implements StoredText {
    /** Source code. */
    CODE("Code"),
    /** Prose in Markdown. */
    MARKDOWN("Markdown"),
    /** Declarations of source code. */
    HEADER("Header"),
    /** Settings. */
    CONFIG("Config");

    private final String stored;

    Type(String stored) {
      this.stored = stored;
    }

    @Override
    public String stored() {
      return stored;
    }
  }

  /** Cuts the times to the millisecond. */
  public Document {
    requireNonNull(id, "id");
    requireNonNull(projectId, "projectId");
    requireNonNull(path, "path");
    requireNonNull(type, "type");
    modifiedAt = Timestamps.cutToMilliseconds("modifiedAt", modifiedAt);
    requireNonNull(digest, "digest");
    createdAt = Timestamps.cutToMilliseconds("createdAt", createdAt);
    updatedAt = Timestamps.cutToMilliseconds("updatedAt", updatedAt);
  }

  /** What it is for; absent when not recorded. */
  public Optional<String> intent() {
    return Optional.ofNullable(intentOrNull);
  }

  /** What its design follows; absent when not recorded. */
  public Optional<String> designPrinciples() {
    return Optional.ofNullable(designPrinciplesOrNull);
  }

  /** What it must keep to; absent when not recorded. */
  public Optional<String> constraints() {
    return Optional.ofNullable(constraintsOrNull);
  }

  /** What else describes it; absent when not recorded. */
  public Optional<String> referenceDocumentation() {
    return Optional.ofNullable(referenceDocumentationOrNull);
  }
}
