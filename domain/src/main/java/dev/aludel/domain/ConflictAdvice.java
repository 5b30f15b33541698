package dev.aludel.domain;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What to do when a key is there already. It names methods that the port of the table has, and
 * those alone: messages, for example, are appended and never written again.
 */
final class ConflictAdvice {

  private static final String OTHER_KEY = "Use another key.";
  private static final String WRITE_AGAIN = "Use update or upsert, or another key.";

  /** The tables of whole entities, which may be written again under their id. */
  private static final Set<String> WRITTEN_AGAIN =
      Set.of(
          "sessions",
          "episodes",
          "long_term",
          "turns",
          "uncertainty_log",
          "semantic_memories",
          "projects",
          "documents",
          "document_relationships",
          "functions",
          "classes",
          "design_decisions",
          "change_records",
          "inconsistencies",
          "recommendations");

  /** Where a key besides the id is there, and another method helps than for the id. */
  private static final Map<String, String> BY_SECOND_KEY =
      Map.of(
          "projects", "Use findByRootPath for the one that is there, or another root path.",
          "documents", "Use upsertByPath, or another path.",
          "document_relationships", "Use link, which gives the one that is there.",
          "recommendations", "Use decide or invalidate for the active one first.");

  private ConflictAdvice() {}

  static String of(String table, List<String> columns) {
    boolean mayBeTheId =
        columns.isEmpty() || columns.equals(List.of("id")) || columns.equals(List.of("key"));
    return mayBeTheId && WRITTEN_AGAIN.contains(table)
        ? WRITE_AGAIN
        : mayBeTheId ? OTHER_KEY : BY_SECOND_KEY.getOrDefault(table, OTHER_KEY);
  }
}
