package dev.aludel.app.cli;

import dev.aludel.migrations.run.CompletedStep;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a run did before it failed. In text, its lines were printed while it went on.
 *
 * @param after the version rows as the steps that are completed leave them
 */
record FailedRunAnswer(
    String database,
    List<CompletedStep> completed,
    Set<String> before,
    Set<String> after,
    @Nullable Path backup,
    String error)
    implements Answer {

  @Override
  public List<String> lines(Verbosity verbosity) {
    return List.of();
  }

  @Override
  public JsonObject json() {
    return new JsonObject()
        .put("database", database)
        .putObjects("steps", completed.stream().map(StepWords::json).toList())
        .putTexts("before", before)
        .putTexts("after", after)
        .put("backup", backup == null ? null : backup.toString())
        .put("error", error);
  }
}
