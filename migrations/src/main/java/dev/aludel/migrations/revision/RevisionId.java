package dev.aludel.migrations.revision;

import static java.util.Objects.requireNonNull;

import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The name of a revision, unique in its graph: 1 to 255 ASCII letters, digits, underscores, points
 * and hyphens, of which the first is no point and no hyphen. Where it is written anew it has up to
 * {@value #LONGEST_WRITTEN}, the width of the column that Alembic makes, and no hyphen, which
 * Alembic does not read. {@code head}, {@code heads}, {@code base} and {@code current} are refused,
 * because they point into the graph. Ids compare by their characters; case counts.
 *
 * @param value the id as it stands in scripts and in the version table
 */
public record RevisionId(String value) implements Comparable<RevisionId> {
  /** How many characters an id has at most that is written anew. */
  public static final int LONGEST_WRITTEN = 32;

  private static final int LONGEST = 255;
  private static final Set<String> RESERVED = Set.of("base", "current", "head", "heads");

  /**
   * Refuses what cannot be an id.
   *
   * @throws InvalidRevisionIdException when the text is not of that form, or points into the graph
   */
  public RevisionId {
    requireId(requireNonNull(value, "value"));
  }

  /**
   * The id that this text is.
   *
   * @throws InvalidRevisionIdException when the text cannot be an id
   */
  public static RevisionId of(String value) {
    return new RevisionId(value);
  }

  /**
   * The id that this text is, for a revision that is written anew.
   *
   * @throws InvalidRevisionIdException when the text cannot be such an id
   */
  public static RevisionId forNewRevision(String value) {
    RevisionId id = of(value);
    if (value.indexOf('-') >= 0) {
      throw new InvalidRevisionIdException(
          value,
          "\"%s\" is no id for a new revision: Alembic reads none with a hyphen. Write \"_\" instead."
              .formatted(value));
    }
    if (value.length() > LONGEST_WRITTEN) {
      throw new InvalidRevisionIdException(
          value,
          "\"%s\" is no id for a new revision: it has %d characters, and the column of a version table takes %d where Alembic has made it. Shorten it."
              .formatted(value, value.length(), LONGEST_WRITTEN));
    }
    return id;
  }

  /** How many characters the longest of these has; 0 if there are none. */
  public static int longest(Collection<RevisionId> ids) {
    return ids.stream().mapToInt(id -> id.value.length()).max().orElse(0);
  }

  /** Whether the text could be an id or a label. */
  static boolean isName(String value) {
    return hasForm(value) && !RESERVED.contains(value);
  }

  private static boolean hasForm(String value) {
    int length = value.length();
    return length <= LONGEST
        && hasOnly(value, "_-.")
        && length > 0
        && "-.".indexOf(value.charAt(0)) < 0;
  }

  private static boolean hasOnly(String value, String others) {
    int length = value.length();
    for (int i = 0; i < length; i++) {
      char c = value.charAt(i);
      boolean letterOrDigit =
          (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
      if (!letterOrDigit && others.indexOf(c) < 0) {
        return false;
      }
    }
    return true;
  }

  private static void requireId(String value) {
    refuseReserved(value, "revision id");
    if (!hasForm(value)) {
      throw new InvalidRevisionIdException(
          value,
          "\"%s\" is no revision id: it takes 1 to 255 characters out of a to z, A to Z, 0 to 9, \"_\", \"-\" and \".\", and begins with none of the last two."
              .formatted(value));
    }
  }

  /** A label has to be clear in a target, beside a count, and has no hyphen and no point. */
  static void requireLabel(String value) {
    refuseReserved(value, "label");
    if (value.isEmpty() || value.length() > LONGEST_WRITTEN || !hasOnly(value, "_")) {
      throw new InvalidRevisionIdException(
          value,
          "\"%s\" is no label: it takes 1 to 32 characters out of a to z, A to Z, 0 to 9 and \"_\"."
              .formatted(value));
    }
  }

  private static void refuseReserved(String value, String kind) {
    if (RESERVED.contains(value)) {
      throw new InvalidRevisionIdException(
          value,
          "\"%s\" is no %s: head, heads, base and current point into the graph. Choose another name."
              .formatted(value, kind));
    }
  }

  // What a record brings along is linked at its first call, which takes longer than all the calls
  // of a short command together.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof RevisionId id && value.equals(id.value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  @Override
  public int compareTo(RevisionId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
