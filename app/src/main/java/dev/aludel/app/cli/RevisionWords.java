package dev.aludel.app.cli;

import dev.aludel.migrations.revision.Revision;
import dev.aludel.migrations.revision.RevisionId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** How a revision is told, after Alembic. */
final class RevisionWords {
  private RevisionWords() {}

  /** The parents' ids, or {@code <base>}. */
  static String parents(Revision revision) {
    return revision.parents().isEmpty() ? "<base>" : list(texts(revision.parents()));
  }

  /** {@code , MESSAGE}; nothing if there is none. */
  static String message(Revision revision) {
    return revision.message().isEmpty() ? "" : ", " + revision.message();
  }

  /**
   * All that a script says of itself, one thing a line, and an empty line.
   *
   * @param more lines with what others say of it
   */
  static List<String> details(Revision revision, String marks, String... more) {
    List<String> lines = new ArrayList<>();
    lines.add("Rev: " + revision.id() + marks);
    lines.add("Parent: " + parents(revision));
    if (!revision.dependencies().isEmpty()) {
      lines.add("Depends on: " + list(revision.dependencies()));
    }
    revision.created().map(Instant::toString).ifPresent(time -> lines.add("Created: " + time));
    lines.add("Path: " + revision.source());
    lines.addAll(List.of(more));
    lines.add("");
    if (!revision.message().isEmpty()) {
      lines.add("    " + revision.message());
      lines.add("");
    }
    return lines;
  }

  static JsonObject json(Revision revision) {
    return new JsonObject()
        .put("revision", revision.id().value())
        .putTexts("parents", texts(revision.parents()))
        .putTexts("dependsOn", revision.dependencies())
        .put("created", revision.created().map(Instant::toString).orElse(null))
        .put("message", revision.message())
        .put("path", revision.source());
  }

  private static List<String> texts(Collection<RevisionId> ids) {
    return ids.stream().map(RevisionId::value).toList();
  }

  private static String list(Collection<String> names) {
    return names.stream().collect(Collectors.joining(", "));
  }
}
