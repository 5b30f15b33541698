package dev.aludel.migrations.sql;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.stream.IntStream;

/** A text with a name, whose offsets can be told as lines and columns. */
public final class SourceText {
  private final String name;
  private final String text;
  private final int[] lineStarts;

  /**
   * A leading byte order mark does not count as text. Where carriage returns alone end all lines,
   * they are read as line feeds: SQLite ends no comment at them.
   */
  public SourceText(String name, String text) {
    this.name = requireNonNull(name, "name");
    String unmarked = text.startsWith("\uFEFF") ? text.substring(1) : text;
    this.text = unmarked.indexOf('\n') < 0 ? unmarked.replace('\r', '\n') : unmarked;
    this.lineStarts = lineStarts(this.text);
  }

  private static int[] lineStarts(String text) {
    return IntStream.concat(
            IntStream.of(0),
            IntStream.range(0, text.length())
                .filter(
                    i ->
                        text.charAt(i) == '\n'
                            || (text.charAt(i) == '\r' && !text.startsWith("\n", i + 1)))
                .map(i -> i + 1))
        .toArray();
  }

  public String name() {
    return name;
  }

  public String text() {
    return text;
  }

  /** Where {@code offset} (UTF-16 units from the start) is. */
  public SourcePosition position(int offset) {
    int found = Arrays.binarySearch(lineStarts, offset);
    int line = found >= 0 ? found : -found - 2;
    return new SourcePosition(
        name, line + 1, text.codePointCount(lineStarts[line], Math.min(offset, text.length())) + 1);
  }
}
