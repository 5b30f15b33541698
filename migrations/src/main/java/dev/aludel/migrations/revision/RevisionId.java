package dev.aludel.migrations.revision;

import static java.util.Objects.requireNonNull;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The name of a revision, unique in its graph: 1 to 32 ASCII letters, digits and underscores. The
 * width is that of the version table's column, which is Alembic's. {@code head}, {@code heads},
 * {@code base} and {@code current} are refused, because they point into the graph. Ids compare by
 * their characters; case counts.
 *
 * @param value the id as it stands in scripts and in the version table
 */
public record RevisionId(String value) implements Comparable<RevisionId> {
  private static final int LONGEST = 32;
  private static final Set<String> RESERVED = Set.of("base", "current", "head", "heads");

  /**
   * Refuses what cannot be an id.
   *
   * @throws InvalidRevisionIdException when the text is not of that form, or points into the graph
   */
  public RevisionId {
    requireName(requireNonNull(value, "value"), "revision id");
  }

  /**
   * The id that this text is.
   *
   * @throws InvalidRevisionIdException when the text cannot be an id
   */
  public static RevisionId of(String value) {
    return new RevisionId(value);
  }

  /** Whether the text could be an id or a label. */
  static boolean isName(String value) {
    return hasForm(value) && !RESERVED.contains(value);
  }

  private static boolean hasForm(String value) {
    int length = value.length();
    for (int i = 0; i < length; i++) {
      if (!isNameCharacter(value.charAt(i))) {
        return false;
      }
    }
    return length > 0 && length <= LONGEST;
  }

  private static boolean isNameCharacter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
  }

  /** Labels obey the same rule, because a target may name either. */
  static void requireName(String value, String kind) {
    if (RESERVED.contains(value)) {
      throw new InvalidRevisionIdException(
          value,
          "\"%s\" is no %s: head, heads, base and current point into the graph. Choose another name."
              .formatted(value, kind));
    }
    if (!hasForm(value)) {
      throw new InvalidRevisionIdException(
          value,
          "\"%s\" is no %s: it takes 1 to 32 characters out of a to z, A to Z, 0 to 9 and \"_\"."
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
