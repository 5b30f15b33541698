package dev.aludel.app.cli;

import dev.aludel.migrations.plan.Step;
import dev.aludel.migrations.revision.Direction;
import dev.aludel.migrations.revision.Revision;
import dev.aludel.migrations.revision.RevisionId;
import dev.aludel.migrations.run.CompletedStep;

/** How a step of a run is told. */
final class StepWords {
  private StepWords() {}

  /** {@code upgrade PARENTS -> ID, MESSAGE (TIME)}; the arrow shows where the database went. */
  static String line(CompletedStep completed) {
    return "%s (%s)".formatted(way(completed.step()), Words.time(completed.took()));
  }

  /** As {@link #line}, of a step that is at work. */
  static String way(Step step) {
    Revision revision = step.revision();
    String parents = RevisionWords.parents(revision);
    String id = revision.id().value();
    String way =
        step.direction() == Direction.UPGRADE ? parents + " -> " + id : id + " -> " + parents;
    return "%s %s%s".formatted(step.direction().word(), way, RevisionWords.message(revision));
  }

  static JsonObject json(CompletedStep completed) {
    Revision revision = completed.step().revision();
    return new JsonObject()
        .put("direction", completed.step().direction().word())
        .put("revision", revision.id().value())
        .putTexts("parents", revision.parents().stream().map(RevisionId::value).toList())
        .put("message", revision.message())
        .put("statements", completed.statements())
        .put("milliseconds", completed.took().toMillis());
  }
}
