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

  /** {@code text} after all of {@code edits}, which do not overlap. */
  static String apply(String text, List<TextEdit> edits) {
    StringBuilder result = new StringBuilder(text);
    edits.stream()
        .sorted(Comparator.comparingInt(TextEdit::start).reversed())
        .forEach(edit -> result.replace(edit.start(), edit.end(), edit.replacement()));
    return result.toString();
  }
}
