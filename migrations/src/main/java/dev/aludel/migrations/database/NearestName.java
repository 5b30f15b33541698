package dev.aludel.migrations.database;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the name that somebody is likely to have meant. */
final class NearestName {
  private static final int SLIPS = 2;

  private NearestName() {}

  /** The one of {@code names} that is nearest to {@code written}; empty if none is near. */
  static Optional<String> to(String written, Collection<String> names) {
    String plain = plain(written);
    return names.stream()
        .sorted()
        .min(
            Comparator.<String>comparingInt(name -> distance(plain, plain(name)))
                .thenComparingInt(name -> distance(written, name)))
        .filter(name -> distance(plain, plain(name)) <= Math.max(2, plain.length() / 3))
        .or(() -> containing(plain, names));
  }

  /** The one that {@code written} is but for two letters, where both are long enough to tell. */
  static Optional<String> slip(String written, Collection<String> names) {
    return written.matches("[A-Za-z_]{6,40}")
        ? to(written, names)
            .filter(name -> distance(plain(written), plain(name)) <= SLIPS)
            .filter(name -> name.length() > 2 * SLIPS)
        : Optional.empty();
  }

  // "schema" means "currentSchema".
  private static Optional<String> containing(String plain, Collection<String> names) {
    return names.stream()
        .sorted()
        .filter(name -> plain.length() > 3 && plain(name).contains(plain))
        .min(Comparator.comparingInt(String::length));
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }

  /** How many characters have to be put in, taken out or changed, after Levenshtein. */
  private static int distance(String one, String other) {
    int[] row = new int[other.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int changed = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[other.length()];
  }
}
