package dev.aludel.app.cli;

import dev.aludel.migrations.run.HistoryEntry;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Some revisions of the scripts.
 *
 * @param line how each is told in one line
 */
record RevisionsAnswer(List<HistoryEntry> entries, Function<HistoryEntry, String> line)
    implements Answer {

  @Override
  public List<String> lines(Verbosity verbosity) {
    return entries.stream()
        .flatMap(
            entry ->
                verbosity == Verbosity.VERBOSE
                    ? EntryWords.details(entry).stream()
                    : Stream.of(line.apply(entry)))
        .toList();
  }

  @Override
  public JsonObject json() {
    return new JsonObject()
        .putObjects("revisions", entries.stream().map(EntryWords::json).toList());
  }
}
