package dev.aludel.app.cli;

import dev.aludel.migrations.run.HistoryEntry;
import dev.aludel.migrations.run.HistoryEntry.Trait;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** How a revision is told together with its place in the graph. */
final class EntryWords {
  private EntryWords() {}

  /** {@code ID (LABELS) (head), MESSAGE}. */
  static String line(HistoryEntry entry) {
    return entry.revision().id() + marks(entry) + RevisionWords.message(entry.revision());
  }

  /** The same with the parents before it. */
  static String lineWithParents(HistoryEntry entry) {
    return RevisionWords.parents(entry.revision()) + " -> " + line(entry);
  }

  /** The line beside a revision in a drawing, which does not show what it depends on. */
  static String caption(HistoryEntry entry) {
    List<String> dependencies = entry.revision().dependencies().stream().sorted().toList();
    return dependencies.isEmpty()
        ? line(entry)
        : "%s (depends on %s)".formatted(line(entry), String.join(", ", dependencies));
  }

  /**
   * All there is to tell of it, one thing a line, and an empty line.
   *
   * @param more lines with what others say of it
   */
  static List<String> details(HistoryEntry entry, String... more) {
    return RevisionWords.details(entry.revision(), marks(entry), more);
  }

  static JsonObject json(HistoryEntry entry) {
    return RevisionWords.json(entry.revision())
        .putTexts("labels", new TreeSet<>(entry.labels()))
        .put("head", entry.traits().contains(Trait.HEAD))
        .put("effectiveHead", entry.traits().contains(Trait.EFFECTIVE_HEAD))
        .put("branchPoint", entry.traits().contains(Trait.BRANCH_POINT))
        .put("mergePoint", entry.traits().contains(Trait.MERGE_POINT));
  }

  private static String marks(HistoryEntry entry) {
    String labels =
        entry.labels().isEmpty()
            ? ""
            : " (%s)".formatted(String.join(", ", new TreeSet<>(entry.labels())));
    return labels
        + Arrays.stream(Trait.values())
            .filter(entry.traits()::contains)
            .map(EntryWords::mark)
            .collect(Collectors.joining());
  }

  private static String mark(Trait trait) {
    return switch (trait) {
      case HEAD -> " (head)";
      case EFFECTIVE_HEAD -> " (effective head)";
      case CURRENT -> " (current)";
      case BRANCH_POINT -> " (branchpoint)";
      case MERGE_POINT -> " (mergepoint)";
    };
  }
}
