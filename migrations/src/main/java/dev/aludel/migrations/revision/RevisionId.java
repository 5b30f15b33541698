package dev.aludel.migrations.revision;

import static java.util.Objects.requireNonNull;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * The name of a revision, unique in its graph: 1 to 32 ASCII letters, digits and underscores. The
 * width is that of the version table's column, which is Alembic's. {@code head}, {@code heads},
 * {@code base} and {@code current} are refused, because they point into the graph. Ids compare by
 * their characters; case counts.
 *
 * @param value the id as it stands in scripts and in the version table
 */
public record RevisionId(String value) implements Comparable<RevisionId> {
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_]{1,32}");
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
    return FORM.matcher(value).matches() && !RESERVED.contains(value);
  }

  /** Labels obey the same rule, because a target may name either. */
  static void requireName(String value, String kind) {
    if (RESERVED.contains(value)) {
      throw new InvalidRevisionIdException(
          value,
          "\"%s\" is no %s: head, heads, base and current point into the graph. Choose another name."
              .formatted(value, kind));
    }
    if (!FORM.matcher(value).matches()) {
      throw new InvalidRevisionIdException(
          value,
          "\"%s\" is no %s: it takes 1 to 32 characters out of a to z, A to Z, 0 to 9 and \"_\"."
              .formatted(value, kind));
    }
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
