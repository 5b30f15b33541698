package dev.aludel.migrations.run;

import dev.aludel.migrations.drawing.GraphDrawing;
import java.util.List;
import java.util.function.Function;

/**
 * Revisions, newest first, of which those that the database is at are marked.
 *
 * @param unknownRows the rows of the version table that no script knows, sorted: the database is
 *     ahead of the scripts
 */
public record MarkedHistory(List<HistoryEntry> entries, List<String> unknownRows) {
  public MarkedHistory {
    entries = List.copyOf(entries);
    unknownRows = List.copyOf(unknownRows);
  }

  /** The graph that the revisions form, drawn in text; see {@link GraphDrawing}. */
  public List<String> drawn(Function<HistoryEntry, String> caption) {
    return GraphDrawing.draw(entries, HistoryEntry::revision, caption);
  }
}
