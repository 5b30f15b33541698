package dev.aludel.app.cli;

import dev.aludel.app.cli.HistoryCommand.Asked;
import dev.aludel.app.cli.HistoryCommand.Shape;
import dev.aludel.migrations.revision.RevisionId;
import dev.aludel.migrations.run.AppliedRevision;
import dev.aludel.migrations.run.HistoryEntry;
import dev.aludel.migrations.run.HistoryEntry.Trait;
import dev.aludel.migrations.run.MarkedHistory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Some of the history.
 *
 * @param applied how revisions were applied; null if nobody asked, or there was no answer
 */
record HistoryAnswer(
    MarkedHistory history,
    @Nullable Map<RevisionId, AppliedRevision> applied,
    Asked asked,
    Shape shape)
    implements Answer {

  @Override
  public List<String> lines(Verbosity verbosity) {
    List<String> lines = new ArrayList<>();
    history.unknownRows().forEach(row -> lines.add(row + " (current)" + CurrentAnswer.UNKNOWN));
    if (shape == Shape.GRAPH) {
      lines.addAll(history.drawn(EntryWords::caption));
    } else if (verbosity == Verbosity.VERBOSE) {
      history.entries().forEach(entry -> lines.addAll(details(entry)));
    } else {
      history.entries().forEach(entry -> lines.add(EntryWords.lineWithParents(entry)));
    }
    return lines;
  }

  private List<String> details(HistoryEntry entry) {
    AppliedRevision known = applied == null ? null : applied.get(entry.revision().id());
    return known == null
        ? EntryWords.details(entry)
        : EntryWords.details(entry, AppliedWords.line(known));
  }

  @Override
  public JsonObject json() {
    JsonObject json =
        new JsonObject()
            .putObjects("revisions", history.entries().stream().map(this::json).toList());
    if (asked == Asked.DATABASE_TOO) {
      json.putTexts("unknown", history.unknownRows());
    }
    return shape == Shape.GRAPH ? json.putTexts("graph", history.drawn(EntryWords::caption)) : json;
  }

  private JsonObject json(HistoryEntry entry) {
    JsonObject json = EntryWords.json(entry);
    if (applied != null) {
      AppliedRevision known = applied.get(entry.revision().id());
      json.put("applied", known == null ? null : AppliedWords.json(known));
    }
    return asked == Asked.DATABASE_TOO
        ? json.put("current", entry.traits().contains(Trait.CURRENT))
        : json;
  }
}
