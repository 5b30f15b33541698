package dev.aludel.migrations.dialect.sqlite;

import java.util.Comparator;
import java.util.List;

/**
 * A replacement in a text.
 *
 * @param start where the replaced part begins
 * @param end where it ends, exclusive; equal to {@code start} for an insertion
 */
record TextEdit(int start, int end, String replacement) {

  static TextEdit insert(int offset, String text) {
    return new TextEdit(offset, offset, text);
  }

  static TextEdit delete(int start, int end) {
    return new TextEdit(start, end, "");
  }

  /**
   * {@code text} after all of {@code edits}, which do not overlap. A blank keeps words apart that
   * would become one.
   */
  static String apply(String text, List<TextEdit> edits) {
    StringBuilder result = new StringBuilder();
    int position = 0;
    for (TextEdit edit : edits.stream().sorted(Comparator.comparingInt(TextEdit::start)).toList()) {
      append(result, text.substring(Math.min(position, edit.start()), edit.start()));
      append(result, edit.replacement());
      position = Math.max(position, edit.end());
    }
    append(result, text.substring(position));
    return result.toString();
  }

  private static void append(StringBuilder result, String piece) {
    boolean joins =
        !result.isEmpty()
            && !piece.isEmpty()
            && isWordPart(result.charAt(result.length() - 1))
            && isWordPart(piece.charAt(0));
    result.append(joins ? " " : "").append(piece);
  }

  private static boolean isWordPart(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '$' || c >= 0x80;
  }
}
