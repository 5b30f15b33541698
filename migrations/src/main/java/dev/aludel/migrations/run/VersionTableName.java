package dev.aludel.migrations.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The version table as settings name it: {@code TABLE} or {@code SCHEMA.TABLE}. A part that holds a
 * point stands in double quotes, as in SQL; otherwise a part is taken as it is, capital letters
 * too.
 *
 * @param schemaOrNull the schema, or null: the one in which the connection begins
 */
record VersionTableName(@Nullable String schemaOrNull, String table) {

  /**
   * @throws IllegalArgumentException if there is a {@link #fault}
   */
  static VersionTableName parse(String text) {
    fault(text)
        .ifPresent(
            fault -> {
              throw new IllegalArgumentException(
                  "The version table cannot be called \"%s\"; %s.".formatted(text, fault));
            });
    List<String> parts = parts(text);
    return parts.size() == 1
        ? new VersionTableName(null, parts.get(0))
        : new VersionTableName(parts.get(0), parts.get(1));
  }

  /** Why no version table can be called so, as the end of a sentence; empty if one can. */
  static Optional<String> fault(String text) {
    List<String> parts = parts(text);
    if (parts.isEmpty() || parts.size() > 2) {
      return Optional.of(
          "it is TABLE or SCHEMA.TABLE, and a name that holds a point, or begins with a quote, stands in double quotes: \"ops.x\".versions");
    }
    String table = parts.get(parts.size() - 1);
    if (parts.stream().anyMatch(String::isBlank) || table.equalsIgnoreCase(Journal.NAME)) {
      return Optional.of(
          "it is the name of a table, and not that of the journal, %s".formatted(Journal.NAME));
    }
    return Optional.empty();
  }

  /** The schema, if one is named. */
  Optional<String> schema() {
    return Optional.ofNullable(schemaOrNull);
  }

  /** None if a quote that opens a part does not close it. */
  private static List<String> parts(String text) {
    List<String> parts = new ArrayList<>();
    int begin = 0;
    while (begin <= text.length()) {
      int end = end(text, begin);
      if (end < 0) {
        return List.of();
      }
      parts.add(value(text.substring(begin, end)));
      begin = end + 1;
    }
    return parts;
  }

  /** Where the part ends that begins at {@code begin}; negative if its quotes are not right. */
  private static int end(String text, int begin) {
    if (!text.startsWith("\"", begin)) {
      int point = text.indexOf('.', begin);
      return point < 0 ? text.length() : point;
    }
    int end = text.indexOf('"', begin + 1) + 1;
    while (end > 0 && text.startsWith("\"", end)) {
      end = text.indexOf('"', end + 1) + 1;
    }
    boolean closed = end > 0 && (end == text.length() || text.charAt(end) == '.');
    return closed ? end : -1;
  }

  private static String value(String part) {
    return part.startsWith("\"")
        ? part.substring(1, part.length() - 1).replace("\"\"", "\"")
        : part;
  }
}
