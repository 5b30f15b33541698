package dev.aludel.domain.documentation;

import static java.util.Objects.requireNonNull;

import dev.aludel.domain.TimeOrderedLongs;
import dev.aludel.domain.Timestamps;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A function or a class of a document.
 *
 * @param documentId the document it belongs to and goes with
 * @param name its name; two of one document may have the same
 * @param intentOrNull what it is for; null when not recorded
 * @param designPrinciplesOrNull what its design follows; null when not recorded
 * @param implementationDetailsOrNull how it does what it does; null when not recorded
 * @param designDecisionsOrNull what was decided about it; null when not recorded
 * @param parametersOrNull what a function takes, which tells it from others of its name; null when
 *     not recorded, and for every class
 * @param startLineOrNull its first line, from the document's first, as the application counts; null
 *     when not recorded
 * @param endLineOrNull its last line; null when not recorded
 * @param createdAt when this was first recorded, cut to the millisecond
 * @param updatedAt when this was last recorded, cut to the millisecond; not compared with {@code
 *     createdAt}, because clocks differ
 */
public record CodeElement(
    Id id,
    Document.Id documentId,
    String name,
    @Nullable String intentOrNull,
    @Nullable String designPrinciplesOrNull,
    @Nullable String implementationDetailsOrNull,
    @Nullable String designDecisionsOrNull,
    @Nullable String parametersOrNull,
    @Nullable Integer startLineOrNull,
    @Nullable Integer endLineOrNull,
    Instant createdAt,
    Instant updatedAt) {

  /** The kinds of code elements. */
  public enum Kind {
    /** A function, a method or the like. */
    FUNCTION,
    /** A class, an interface or the like. */
    CLASS
  }

  /**
   * A code element's id: functions and classes are numbered apart, so that one number may be a
   * function's and a class's.
   *
   * @param value the id as it is stored; any number is one
   */
  public record Id(Kind kind, long value) {

    /** Refuses an id without a kind. */
    public Id {
      requireNonNull(kind, "kind");
    }

    /** A new id, greater than the ones made before it. */
    public static Id next(Kind kind, TimeOrderedLongs ids) {
      return new Id(kind, ids.next());
    }

    @Override
    public String toString() {
      return kind + " " + value;
    }
  }

  /**
   * Cuts the times to the millisecond.
   *
   * @throws IllegalArgumentException for a class with parameters
   */
  public CodeElement {
    requireNonNull(id, "id");
    requireNonNull(documentId, "documentId");
    requireNonNull(name, "name");
    if (id.kind() == Kind.CLASS && parametersOrNull != null) {
      throw new IllegalArgumentException(
          "The class \"%s\" has parameters, which only functions have. Leave them out."
              .formatted(name));
    }
    createdAt = Timestamps.cutToMilliseconds("createdAt", createdAt);
    updatedAt = Timestamps.cutToMilliseconds("updatedAt", updatedAt);
  }

  /** Whether it is a function or a class. */
  public Kind kind() {
    return id.kind();
  }

  /** What it is for; absent when not recorded. */
  public Optional<String> intent() {
    return Optional.ofNullable(intentOrNull);
  }

  /** What its design follows; absent when not recorded. */
  public Optional<String> designPrinciples() {
    return Optional.ofNullable(designPrinciplesOrNull);
  }

  /** How it does what it does; absent when not recorded. */
  public Optional<String> implementationDetails() {
    return Optional.ofNullable(implementationDetailsOrNull);
  }

  /** What was decided about it; absent when not recorded. */
  public Optional<String> designDecisions() {
    return Optional.ofNullable(designDecisionsOrNull);
  }

  /** What a function takes; absent when not recorded, and for every class. */
  public Optional<String> parameters() {
    return Optional.ofNullable(parametersOrNull);
  }

  /** Its first line; absent when not recorded. */
  public Optional<Integer> startLine() {
    return Optional.ofNullable(startLineOrNull);
  }

  /** Its last line; absent when not recorded. */
  public Optional<Integer> endLine() {
    return Optional.ofNullable(endLineOrNull);
  }
}
