package dev.aludel.migrations.sql;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text as people see it, whoever wrote it: scripts, databases, journals and names hold what others
 * typed. Characters that a terminal obeys, that turn the direction of writing or that nobody sees
 * are written as escapes, and what is too long is cut in its middle.
 */
public final class VisibleText {
  /** How many characters of one value a message shows. */
  public static final int LONGEST_VALUE = 200;

  private static final int LONGEST_LINE = 20 * LONGEST_VALUE;
  private static final int LONGEST_END = 60;
  private static final String CUT = " ... ";

  private static final Pattern LONG_WORD = Pattern.compile("\\S{" + (LONGEST_VALUE + 1) + ",}");
  // Short ones too: what stands between two of them is quoted by nobody.
  private static final Pattern QUOTE = Pattern.compile("\"[^\"]*\"");

  private VisibleText() {}

  /** All of {@code text} on one line. */
  public static String line(String text) {
    return escaped(text, false);
  }

  /** All of {@code text} on the lines that it has. */
  public static String lines(String text) {
    return escaped(text, true);
  }

  /** A value that a message tells: on one line, and no longer than {@link #LONGEST_VALUE}. */
  public static String value(String text) {
    // What is cut away need not be escaped before.
    return cut(line(cut(text, 2 * LONGEST_VALUE)), LONGEST_VALUE);
  }

  /** One line of a message, and no value in it that is longer than {@link #LONGEST_VALUE}. */
  public static String message(String text) {
    String line = line(text);
    if (line.length() <= LONGEST_VALUE) {
      return line;
    }
    String words = shortened(LONG_WORD, line, 0);
    return cut(shortened(QUOTE, words, 1), LONGEST_LINE);
  }

  private static String shortened(Pattern pattern, String text, int quote) {
    return pattern
        .matcher(text)
        .replaceAll(
            found -> {
              String all = found.group();
              String inside = all.substring(quote, all.length() - quote);
              return Matcher.quoteReplacement(
                  all.substring(0, quote)
                      + cut(inside, LONGEST_VALUE)
                      + all.substring(all.length() - quote));
            });
  }

  // The end stays: that of a name tells more than its middle, and a place in a script stands there.
  private static String cut(String text, int longest) {
    int length = text.codePointCount(0, text.length());
    if (length <= longest) {
      return text;
    }
    int beginning = longest - LONGEST_END - CUT.length();
    return text.substring(0, text.offsetByCodePoints(0, beginning))
        + CUT
        + text.substring(text.offsetByCodePoints(text.length(), -LONGEST_END));
  }

  private static String escaped(String text, boolean keepsLines) {
    int first = 0;
    while (first < text.length() && isPlain(text.charAt(first), keepsLines)) {
      first++;
    }
    if (first == text.length()) {
      return text;
    }
    StringBuilder escaped = new StringBuilder(text.length() + 16).append(text, 0, first);
    text.codePoints()
        .skip(text.codePointCount(0, first))
        .forEach(character -> append(escaped, character, keepsLines));
    return escaped.toString();
  }

  private static boolean isPlain(char c, boolean keepsLines) {
    return (c >= ' ' && c < 0x7f) || (c == '\n' && keepsLines);
  }

  private static void append(StringBuilder escaped, int character, boolean keepsLines) {
    if (character == '\n' ? keepsLines : isVisible(character)) {
      escaped.appendCodePoint(character);
      return;
    }
    switch (character) {
      case '\n' -> escaped.append("\\n");
      case '\r' -> escaped.append("\\r");
      case '\t' -> escaped.append("\\t");
      default ->
          escaped.append(
              Character.isBmpCodePoint(character)
                  ? "\\u%04x".formatted(character)
                  : "\\u{%x}".formatted(character));
    }
  }

  private static boolean isVisible(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          false;
      default -> !isFormatOfNewerUnicode(character);
    };
  }

  // What Java 17 does not know yet: controls of Egyptian hieroglyphs, and the block of tags.
  private static boolean isFormatOfNewerUnicode(int character) {
    return (character >= 0x13430 && character <= 0x1345f)
        || (character >= 0xe0000 && character <= 0xe0fff && character >> 8 != 0xe01);
  }
}
