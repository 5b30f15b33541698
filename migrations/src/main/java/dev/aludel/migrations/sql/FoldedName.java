package dev.aludel.migrations.sql;

import java.util.Locale;

/** A name as both databases compare it where case does not count: they fold ASCII letters alone. */
public final class FoldedName {
  private FoldedName() {}

  /** {@code name} with its ASCII letters in lower case. */
  public static String of(String name) {
    if (name.chars().allMatch(c -> c < 0x80)) {
      return name.toLowerCase(Locale.ROOT);
    }
    StringBuilder folded = new StringBuilder(name);
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      folded.setCharAt(i, c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c);
    }
    return folded.toString();
  }
}
