package dev.aludel.app.cli;

import dev.aludel.migrations.plan.Plan;
import dev.aludel.migrations.plan.Stamp;
import dev.aludel.migrations.plan.Step;
import dev.aludel.migrations.revision.Revision;
import dev.aludel.migrations.revision.RevisionId;
import java.util.List;
import java.util.Set;

/** SQL for others to run, whole: it is there before its first line is printed. */
record SqlAnswer(Contents contents, String script) implements Answer {

  /**
   * What the SQL does.
   *
   * @param before the rows of the version table that it expects, sorted
   * @param after the rows that it leaves there, sorted
   */
  record Contents(List<Step> steps, Set<String> before, Set<String> after) {

    static Contents of(Plan plan) {
      return new Contents(plan.steps(), plan.rowsBefore(), plan.rowsAfter());
    }

    static Contents of(Stamp stamp) {
      return new Contents(List.of(), stamp.rowsBefore(), stamp.rowsAfter());
    }
  }

  // One line to whoever prints it: a line ending within a text of the script stays what it is.
  @Override
  public List<String> lines(Verbosity verbosity) {
    return List.of(script.stripTrailing());
  }

  /** A file for a program, wherever it is printed: it keeps its bytes. */
  @Override
  public List<String> text(Verbosity verbosity) {
    return lines(verbosity);
  }

  @Override
  public JsonObject json() {
    return new JsonObject()
        .putObjects("steps", contents.steps().stream().map(SqlAnswer::json).toList())
        .putTexts("before", contents.before())
        .putTexts("after", contents.after())
        .put("script", script);
  }

  private static JsonObject json(Step step) {
    Revision revision = step.revision();
    return new JsonObject()
        .put("direction", step.direction().word())
        .put("revision", revision.id().value())
        .putTexts("parents", revision.parents().stream().map(RevisionId::value).toList())
        .put("message", revision.message());
  }
}
