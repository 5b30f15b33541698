package dev.aludel.migrations.author;

import dev.aludel.migrations.revision.Listing;
import dev.aludel.migrations.revision.Revision;
import dev.aludel.migrations.script.ScriptDirectory;
import java.nio.file.Path;
import java.util.List;

/** The file behind a revision. */
public final class EditableScript {
  private EditableScript() {}

  /**
   * The file of the one revision that was found.
   *
   * @param target how it was named
   * @param found what that means
   * @throws AuthorException if it is none or several, or its script is on the class path
   */
  public static Path of(String target, List<Revision> found, ScriptDirectory scripts) {
    if (found.size() != 1) {
      throw new AuthorException(
          "Cannot edit \"%s\": it means %s. Name one.".formatted(target, counted(found)));
    }
    Revision revision = found.get(0);
    return scripts
        .script(revision.id())
        .file()
        .orElseThrow(
            () ->
                new AuthorException(
                    "Cannot edit %s: its script is %s, which is only read. Write a revision of your own that follows it."
                        .formatted(revision.id(), revision.source())));
  }

  private static String counted(List<Revision> found) {
    return found.isEmpty()
        ? "no revision"
        : "%d revisions, %s"
            .formatted(found.size(), Listing.and(found.stream().map(Revision::id).toList()));
  }
}
