package dev.aludel.app.cli;

import dev.aludel.migrations.run.MigrationResult;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;

/** What an upgrade or a downgrade did. In text, its lines were printed while it went on. */
record RunAnswer(String database, MigrationResult result) implements Answer {

  @Override
  public List<String> lines(Verbosity verbosity) {
    return result.nothingToDo()
        ? List.of("Nothing to do: %s is at %s.".formatted(database, Words.rows(result.rowsAfter())))
        : List.of();
  }

  @Override
  public List<String> done() {
    return List.of("%s is at %s.".formatted(database, Words.rows(result.rowsAfter())));
  }

  @Override
  public JsonObject json() {
    return new JsonObject()
        .put("database", database)
        .putObjects("steps", result.steps().stream().map(StepWords::json).toList())
        .putTexts("before", new TreeSet<>(result.rowsBefore()))
        .putTexts("after", new TreeSet<>(result.rowsAfter()))
        .put("backup", result.backup().map(Path::toString).orElse(null));
  }
}
