package dev.aludel.domain.documentation;

import static java.util.Objects.requireNonNull;

import dev.aludel.domain.StoredText;
import dev.aludel.domain.TimeOrderedLongs;
import dev.aludel.domain.Timestamps;
import java.time.Instant;

/**
 * What one document has to do with another.
 *
 * @param sourceId the document that it starts from; it goes with it
 * @param targetId the document that it leads to; it goes with it
 * @param type what the source does to the target
 * @param topic what it is about
 * @param scope how far it reaches
 * @param createdAt when this was first recorded, cut to the millisecond
 * @param updatedAt when this was last recorded, cut to the millisecond; not compared with {@code
 *     createdAt}, because clocks differ
 */
public record DocumentRelationship(
    Id id,
    Document.Id sourceId,
    Document.Id targetId,
    Type type,
    String topic,
    String scope,
    Instant createdAt,
    Instant updatedAt) {

  /**
   * A relationship's id; any number is one.
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

  /** What a source does to its target. */
  public enum Type implements StoredText {
    /** The source needs the target. */
    DEPENDS_ON("DependsOn"),
    /** A change of the source concerns the target. */
    IMPACTS("Impacts"),
    /** The source does what the target says. */
    IMPLEMENTS("Implements"),
    /** The source adds to the target. */
    EXTENDS("Extends");

    private final String stored;

    Type(String stored) {
      this.stored = stored;
    }

    @Override
    public String stored() {
      return stored;
    }
  }

  /** The ways to follow relationships from a document. */
  public enum Direction {
    /** From the document, the source, to targets. */
    OUTGOING,
    /** From the document, the target, to sources. */
    INCOMING
  }

  /** Cuts the times to the millisecond. */
  public DocumentRelationship {
    requireNonNull(id, "id");
    requireNonNull(sourceId, "sourceId");
    requireNonNull(targetId, "targetId");
    requireNonNull(type, "type");
    requireNonNull(topic, "topic");
    requireNonNull(scope, "scope");
    createdAt = Timestamps.cutToMilliseconds("createdAt", createdAt);
    updatedAt = Timestamps.cutToMilliseconds("updatedAt", updatedAt);
  }
}
