package dev.aludel.migrations.dialect.sqlite;

import java.nio.charset.StandardCharsets;

/**
 * The name that PostgreSQL makes for what has none ({@code makeObjectName} there): a name has 63
 * bytes, and the longer of its two first parts gives way.
 */
final class DefaultName {
  private static final int MOST_BYTES = 63;

  private DefaultName() {}

  /**
   * {@code table_columns_label}.
   *
   * @param columns empty: left out
   */
  static String of(String table, String columns, String label) {
    int room = MOST_BYTES - bytes(label) - 1 - (columns.isEmpty() ? 0 : 1);
    int first = bytes(table);
    int second = bytes(columns);
    while (first + second > room) {
      if (first > second) {
        first--;
      } else {
        second--;
      }
    }
    return clipped(table, first)
        + (columns.isEmpty() ? "" : "_" + clipped(columns, second))
        + "_"
        + label;
  }

  // No character is cut in two.
  private static String clipped(String text, int bytes) {
    String clipped = text;
    while (bytes(clipped) > bytes) {
      clipped = clipped.substring(0, clipped.offsetByCodePoints(clipped.length(), -1));
    }
    return clipped;
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
