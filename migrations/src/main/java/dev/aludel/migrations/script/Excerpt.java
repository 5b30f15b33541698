package dev.aludel.migrations.script;

import dev.aludel.migrations.sql.VisibleText;

/** SQL text as a message shows it: one line, not too long. */
public final class Excerpt {
  private static final int LIMIT = 120;

  // Nobody waits for the end of a long text.
  private static final int ENOUGH = 20 * LIMIT;

  private Excerpt() {}

  /**
   * {@code sql} with each run of white space as one blank, cut after 120 code points; what nobody
   * would see is {@linkplain VisibleText visible}.
   */
  public static String of(String sql) {
    String text = sql.strip();
    String beginning = text.substring(0, Math.min(text.length(), ENOUGH));
    String line = VisibleText.line(beginning.replaceAll("\\s+", " "));
    if (line.codePointCount(0, line.length()) <= LIMIT) {
      return beginning.length() < text.length() ? line + " ..." : line;
    }
    return line.substring(0, line.offsetByCodePoints(0, LIMIT)) + " ...";
  }
}
