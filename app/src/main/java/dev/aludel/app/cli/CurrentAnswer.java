package dev.aludel.app.cli;

import dev.aludel.migrations.revision.Revision;
import dev.aludel.migrations.run.ChangedScript;
import dev.aludel.migrations.run.CurrentState;
import dev.aludel.migrations.run.CurrentState.CurrentRevision;
import dev.aludel.migrations.run.CurrentState.Position;
import dev.aludel.migrations.run.HistoryEntry;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where a database is.
 *
 * @param changed the applied revisions whose scripts have changed since; null if nobody asked
 * @param exitCode not 0 if it was to be at its heads and is not
 */
record CurrentAnswer(
    String database, CurrentState state, @Nullable List<ChangedScript> changed, int exitCode)
    implements Answer {
  static final String UNKNOWN =
      " (unknown: no script here has it; the database is ahead of these scripts)";
  private static final String KEPT = " (kept by Aludel's storage)";

  @Override
  public List<String> lines(Verbosity verbosity) {
    Stream<String> revisions =
        Stream.concat(
            state.revisions().stream()
                .flatMap(
                    current ->
                        verbosity == Verbosity.VERBOSE
                            ? details(current)
                            : Stream.of(line(current))),
            state.keptRows().stream().map(row -> row + KEPT));
    return changed == null
        ? revisions.toList()
        : Stream.concat(
                revisions, changed.stream().flatMap(one -> AppliedWords.details(one).stream()))
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
    JsonObject json =
        new JsonObject()
            .put("database", database)
            .putObjects("revisions", state.revisions().stream().map(CurrentAnswer::json).toList())
            .putTexts("impliedHeads", ids(state.impliedHeads()))
            .putTexts("missingHeads", ids(state.missingHeads()))
            .putTexts("problems", state.problems())
            .put("atHeads", state.isAtHeads());
    if (!state.keptRows().isEmpty()) {
      json.putTexts("keptRows", state.keptRows());
    }
    return changed == null
        ? json
        : json.putObjects("changedScripts", changed.stream().map(AppliedWords::json).toList());
  }

  /** Why the database is not at its heads, and what to do. */
  static String notAtHeads(String database, CurrentState state) {
    String what = "%s is not at its heads; ".formatted(database);
    if (!state.unknownRows().isEmpty()) {
      return what
          + "no script here has %s. Get the scripts that do."
              .formatted(String.join(", ", state.unknownRows()));
    }
    return state.missingHeads().isEmpty()
        ? what + "its version table is not right, as said above."
        : what
            + "not applied: %s. Run \"upgrade heads\"."
                .formatted(String.join(", ", ids(state.missingHeads())));
  }

  static List<String> ids(List<HistoryEntry> entries) {
    return entries.stream().map(entry -> entry.revision().id().value()).toList();
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
