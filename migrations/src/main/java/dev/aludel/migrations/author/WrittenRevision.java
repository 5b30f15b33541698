package dev.aludel.migrations.author;

import static java.util.Objects.requireNonNull;

import dev.aludel.migrations.revision.Revision;
import java.nio.file.Path;
import java.util.List;

/**
 * A revision script that was written.
 *
 * @param revision what its header says
 * @param file where it is
 * @param shared for a merge, the tables that more than one of the merged branches touches, by name;
 *     otherwise empty
 */
public record WrittenRevision(Revision revision, Path file, List<SharedTable> shared) {
  public WrittenRevision {
    requireNonNull(revision, "revision");
    requireNonNull(file, "file");
    shared = List.copyOf(shared);
  }
}
