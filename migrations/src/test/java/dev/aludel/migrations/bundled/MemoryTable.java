package dev.aludel.migrations.bundled;

import java.util.List;

/**
 * A table whose time the revision 002 changes.
 *
 * @param order the column that tells rows apart
 * @param seconds the column with the time as a float of seconds
 * @param milliseconds the column with the time as milliseconds
 * @param kept the other columns whose values stay what they are
 */
record MemoryTable(
    String name, String order, String seconds, String milliseconds, List<String> kept) {
  static final List<MemoryTable> ALL =
      List.of(
          timed("episodes", "event_type", "content", "valence", "metadata"),
          new MemoryTable("long_term", "\"key\"", "updated_at", "updated_time", List.of("value")),
          timed("turns", "user_input", "assistant_response", "metadata"),
          timed(
              "uncertainty_log",
              "user_message",
              "parsed_intent",
              "confidence_score",
              "context",
              "signals",
              "resolution_pattern"),
          timed("semantic_memories", "content", "category", "importance", "metadata"));

  private static MemoryTable timed(String name, String... kept) {
    return new MemoryTable(name, "id", "timestamp", "created_time", List.of(kept));
  }

  String queryOf(String columns) {
    return "select %s from %s order by %s".formatted(columns, name, order);
  }

  String queryOfKept() {
    return queryOf(order + ", " + String.join(", ", kept));
  }

  @Override
  public String toString() {
    return name;
  }
}
