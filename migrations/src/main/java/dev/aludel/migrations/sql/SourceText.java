package dev.aludel.migrations.sql;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A text with a name, whose offsets can be told as lines and columns. */
public final class SourceText {
  private final String name;
  private final String text;

  // Of the many scripts that are read, few are asked where something is in them.
  private volatile int @Nullable [] lineStarts;

  /**
   * A leading byte order mark does not count as text. Where carriage returns alone end all lines,
   * they are read as line feeds: SQLite ends no comment at them.
   */
  public SourceText(String name, String text) {
    this.name = requireNonNull(name, "name");
    String unmarked = text.startsWith("\uFEFF") ? text.substring(1) : text;
    this.text = unmarked.indexOf('\n') < 0 ? unmarked.replace('\r', '\n') : unmarked;
  }

  private static int[] lineStarts(String text) {
    int[] starts = new int[16];
    int lines = 1;
    for (int i = 0; i < text.length(); i++) {
      if (endsLine(text, i)) {
        if (lines == starts.length) {
          starts = Arrays.copyOf(starts, 2 * lines);
        }
        starts[lines++] = i + 1;
      }
    }
    return Arrays.copyOf(starts, lines);
  }

  private static boolean endsLine(String text, int at) {
    char c = text.charAt(at);
    return c == '\n' || (c == '\r' && !text.startsWith("\n", at + 1));
  }

  public String name() {
    return name;
  }

  public String text() {
    return text;
  }

  /** Where {@code offset} (UTF-16 units from the start) is. */
  public SourcePosition position(int offset) {
    int[] starts = lineStarts();
    int found = Arrays.binarySearch(starts, offset);
    int line = found >= 0 ? found : -found - 2;
    return new SourcePosition(
        name, line + 1, text.codePointCount(starts[line], Math.min(offset, text.length())) + 1);
  }

  private int[] lineStarts() {
    int[] known = lineStarts;
    if (known == null) {
      known = lineStarts(text);
      lineStarts = known;
    }
    return known;
  }
}
