package dev.aludel.migrations.dialect;

import dev.aludel.migrations.sql.DatabaseProduct;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The version of a database, as far as it says what the database can do: {@code 3.37} of SQLite,
 * {@code 14} of PostgreSQL.
 */
public record DatabaseVersion(int major, int minor) implements Comparable<DatabaseVersion> {
  private static final Pattern FORM =
      Pattern.compile("(\\d{1,4})(?:\\.(\\d{1,4}))?(?:\\.\\d{1,4})*");
  private static final Comparator<DatabaseVersion> ORDER =
      Comparator.comparingInt(DatabaseVersion::major).thenComparingInt(DatabaseVersion::minor);

  /**
   * Reads a version. What stands behind the second number does not count.
   *
   * @throws DatabaseVersionException if it is none
   */
  public static DatabaseVersion parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw new DatabaseVersionException(
          "\"%s\" is no version of a database. Write its numbers: 3.37 or 17.".formatted(text));
    }
    String minor = matcher.group(2);
    return new DatabaseVersion(
        Integer.parseInt(matcher.group(1)), minor == null ? 0 : Integer.parseInt(minor));
  }

  public boolean isAtLeast(DatabaseVersion other) {
    return compareTo(other) >= 0;
  }

  /**
   * This version, when Aludel writes for it.
   *
   * @throws DatabaseVersionException if it is older than {@code oldest}
   */
  public DatabaseVersion requireAtLeast(DatabaseVersion oldest, DatabaseProduct product) {
    if (!isAtLeast(oldest)) {
      throw new DatabaseVersionException(
          "Cannot write SQL for %s %s: %s is the oldest version that Aludel knows. Update the database, or leave the target version out."
              .formatted(product.title(), this, oldest));
    }
    return this;
  }

  @Override
  public int compareTo(DatabaseVersion other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return minor == 0 ? String.valueOf(major) : major + "." + minor;
  }
}
