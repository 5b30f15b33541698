package dev.aludel.app.cli;

import dev.aludel.migrations.run.AppliedRevision;
import dev.aludel.migrations.run.ChangedScript;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** How it is told when revisions were applied, and that their scripts are others since. */
final class AppliedWords {
  private static final int SHOWN = 10;

  private AppliedWords() {}

  /** {@code Applied: TIME in 12 ms by USER on HOST}, as far as it is known. */
  static String line(AppliedRevision applied) {
    return "Applied: %s in %s%s%s"
        .formatted(
            Words.instant(applied.started()),
            Words.time(applied.took()),
            applied.user().map(user -> " by " + user).orElse(""),
            applied.host().map(host -> " on " + host).orElse(""));
  }

  static JsonObject json(AppliedRevision applied) {
    return new JsonObject()
        .put("started", Words.instant(applied.started()))
        .put("finished", Words.instant(applied.finished()))
        .put("milliseconds", applied.took().toMillis())
        .put("user", applied.user().orElse(null))
        .put("host", applied.host().orElse(null))
        .put("aludelVersion", applied.aludelVersion());
  }

  /** All that is known of a script that has changed, one thing a line, and an empty line. */
  static List<String> details(ChangedScript changed) {
    List<String> lines = new ArrayList<>();
    lines.add("Changed since it was applied: " + changed.applied().revision().id());
    lines.add(line(changed.applied()));
    lines.add("Path: " + changed.applied().revision().source());
    if (!changed.problem().isEmpty()) {
      lines.add("Problem: " + changed.problem());
    }
    lines.add("");
    return lines;
  }

  static JsonObject json(ChangedScript changed) {
    return new JsonObject()
        .put("revision", changed.applied().revision().id().value())
        .put("path", changed.applied().revision().source())
        .put("applied", json(changed.applied()))
        .put("problem", changed.problem().isEmpty() ? null : changed.problem());
  }

  /** What a run says of scripts that have changed, one at least. */
  static String warning(List<ChangedScript> changed) {
    String names =
        changed.stream().limit(SHOWN).map(AppliedWords::name).collect(Collectors.joining(", "));
    String more = changed.size() > SHOWN ? ", and %d more".formatted(changed.size() - SHOWN) : "";
    return changed.size() == 1
        ? "This script has changed since it was applied: %s. The database has what it said then; what is new in it needs a revision of its own."
            .formatted(names)
        : "These scripts have changed since they were applied: %s%s. The database has what they said then; what is new in them needs a revision of its own."
            .formatted(names, more);
  }

  private static String name(ChangedScript changed) {
    return "%s (%s, applied %s)"
        .formatted(
            changed.applied().revision().id(),
            changed.applied().revision().source(),
            Words.instant(changed.applied().started()));
  }
}
