package dev.aludel.app.cli;

import dev.aludel.app.cli.HistoryCommand.Asked;
import dev.aludel.app.cli.HistoryCommand.Shape;
import dev.aludel.migrations.run.HistoryEntry;
import dev.aludel.migrations.run.HistoryEntry.Trait;
import dev.aludel.migrations.run.MarkedHistory;
import java.util.ArrayList;
import java.util.List;

/** Some of the history. */
record HistoryAnswer(MarkedHistory history, Asked asked, Shape shape) implements Answer {

  @Override
  public List<String> lines(Verbosity verbosity) {
    List<String> lines = new ArrayList<>();
    history.unknownRows().forEach(row -> lines.add(row + " (current)" + CurrentAnswer.UNKNOWN));
    if (shape == Shape.GRAPH) {
      lines.addAll(history.drawn(EntryWords::caption));
    } else {
      lines.addAll(
          new RevisionsAnswer(history.entries(), EntryWords::lineWithParents).lines(verbosity));
    }
    return lines;
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
    return asked == Asked.DATABASE_TOO
        ? json.put("current", entry.traits().contains(Trait.CURRENT))
        : json;
  }
}
