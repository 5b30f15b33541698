package dev.aludel.app.cli;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A JSON object whose members keep their order. */
final class JsonObject {
  private static final String INDENT = "  ";
  private final Map<String, @Nullable Object> members = new LinkedHashMap<>();

  JsonObject put(String name, @Nullable String value) {
    members.put(name, value);
    return this;
  }

  JsonObject put(String name, long value) {
    members.put(name, value);
    return this;
  }

  JsonObject put(String name, boolean value) {
    members.put(name, value);
    return this;
  }

  JsonObject put(String name, @Nullable JsonObject value) {
    members.put(name, value);
    return this;
  }

  JsonObject putTexts(String name, Collection<String> values) {
    members.put(name, List.copyOf(values));
    return this;
  }

  JsonObject putObjects(String name, Collection<JsonObject> values) {
    members.put(name, List.copyOf(values));
    return this;
  }

  /** The object as JSON text over several lines, without a line break at its end. */
  @Override
  public String toString() {
    return text(this, "\n");
  }

  private static String text(@Nullable Object value, String lineBreak) {
    String inner = lineBreak + INDENT;
    if (value instanceof JsonObject object) {
      return object.members.entrySet().stream()
          .map(member -> quoted(member.getKey()) + ": " + text(member.getValue(), inner))
          .collect(Collectors.joining("," + inner, "{" + inner, lineBreak + "}"));
    }
    if (value instanceof List<?> list) {
      return list.isEmpty()
          ? "[]"
          : list.stream()
              .map(item -> text(item, inner))
              .collect(Collectors.joining("," + inner, "[" + inner, lineBreak + "]"));
    }
    return value instanceof String string ? quoted(string) : String.valueOf(value);
  }

  private static String quoted(String value) {
    StringBuilder quoted = new StringBuilder("\"");
    value.codePoints().forEach(character -> appendEscaped(quoted, character));
    return quoted.append('"').toString();
  }

  private static void appendEscaped(StringBuilder quoted, int character) {
    switch (character) {
      case '"', '\\' -> quoted.append('\\').appendCodePoint(character);
      case '\n' -> quoted.append("\\n");
      case '\r' -> quoted.append("\\r");
      case '\t' -> quoted.append("\\t");
      default -> {
        if (character < ' ' || isLoneSurrogate(character)) {
          quoted.append("\\u%04x".formatted(character));
        } else {
          quoted.appendCodePoint(character);
        }
      }
    }
  }

  // It has no form in UTF-8.
  private static boolean isLoneSurrogate(int character) {
    return character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
  }
}
