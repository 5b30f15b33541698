package dev.aludel.migrations.script;

/** SQL text as a message shows it: one line, not too long. */
public final class Excerpt {
  private static final int LIMIT = 120;

  private Excerpt() {}

  /** {@code sql} with each run of white space as one blank, cut after 120 code points. */
  public static String of(String sql) {
    String line = sql.strip().replaceAll("\\s+", " ");
    if (line.codePointCount(0, line.length()) <= LIMIT) {
      return line;
    }
    return line.substring(0, line.offsetByCodePoints(0, LIMIT)) + " ...";
  }
}
