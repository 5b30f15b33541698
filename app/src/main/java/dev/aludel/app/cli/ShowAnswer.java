package dev.aludel.app.cli;

import dev.aludel.migrations.run.HistoryEntry;
import java.util.List;

/** Revisions with all that is known of them. */
record ShowAnswer(List<HistoryEntry> entries) implements Answer {

  @Override
  public List<String> lines(Verbosity verbosity) {
    return entries.stream().flatMap(entry -> EntryWords.details(entry).stream()).toList();
  }

  @Override
  public JsonObject json() {
    return new JsonObject()
        .putObjects("revisions", entries.stream().map(EntryWords::json).toList());
  }
}
