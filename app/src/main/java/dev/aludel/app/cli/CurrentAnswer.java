package dev.aludel.app.cli;

import dev.aludel.migrations.revision.Revision;
import dev.aludel.migrations.run.CurrentState;
import dev.aludel.migrations.run.CurrentState.CurrentRevision;
import dev.aludel.migrations.run.CurrentState.Position;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Where a database is. */
record CurrentAnswer(String database, CurrentState state) implements Answer {
  private static final String UNKNOWN =
      " (unknown: no script here has it; the database is ahead of these scripts)";

  @Override
  public List<String> lines(Verbosity verbosity) {
    return state.revisions().stream()
        .flatMap(
            current -> verbosity == Verbosity.VERBOSE ? details(current) : Stream.of(line(current)))
        .toList();
  }

  private static String line(CurrentRevision current) {
    return current.row()
        + mark(current)
        + current.revision().map(RevisionWords::message).orElse("");
  }

  private static Stream<String> details(CurrentRevision current) {
    return current
        .revision()
        .map(revision -> RevisionWords.details(revision, mark(current)).stream())
        .orElseGet(() -> Stream.of("Rev: " + current.row() + mark(current), ""));
  }

  private static String mark(CurrentRevision current) {
    return switch (current.position()) {
      case HEAD -> " (head)";
      case BELOW_HEAD -> "";
      case UNKNOWN -> UNKNOWN;
    };
  }

  @Override
  public JsonObject json() {
    return new JsonObject()
        .put("database", database)
        .putObjects("revisions", state.revisions().stream().map(CurrentAnswer::json).toList());
  }

  private static JsonObject json(CurrentRevision current) {
    Revision revision = current.known();
    JsonObject json =
        revision == null
            ? new JsonObject().put("revision", current.row())
            : RevisionWords.json(revision);
    return json.put("position", word(current.position()));
  }

  private static String word(Position position) {
    return position.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
