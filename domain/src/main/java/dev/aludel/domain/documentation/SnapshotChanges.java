package dev.aludel.domain.documentation;

import java.util.List;

/**
 * What differs between a snapshot of files and the documents of a project, each list by path.
 *
 * @param added the files without a document
 * @param changed the files whose document has another time, size or digest
 * @param gone the paths of the documents without a file
 */
public record SnapshotChanges(List<FileState> added, List<FileState> changed, List<String> gone) {

  /** Copies the lists. */
  public SnapshotChanges {
    added = List.copyOf(added);
    changed = List.copyOf(changed);
    gone = List.copyOf(gone);
  }

  /** Whether nothing differs. */
  public boolean isEmpty() {
    return added.isEmpty() && changed.isEmpty() && gone.isEmpty();
  }
}
