package dev.aludel.domain.documentation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What differs between a snapshot of files and the documents of a project, each list by path, in
 * the order of {@link String#compareTo}.
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

  /**
   * Compares the files that were found with what the documents say of theirs.
   *
   * @throws IllegalArgumentException when the snapshot has a path twice
   */
  public static SnapshotChanges between(
      Collection<FileState> snapshot, Collection<FileState> stored) {
    SortedMap<String, FileState> found = new TreeMap<>();
    for (FileState file : snapshot) {
      if (found.put(file.path(), file) != null) {
        throw new IllegalArgumentException(
            "The snapshot has the path \"%s\" twice. Give each file once.".formatted(file.path()));
      }
    }
    List<FileState> changed = new ArrayList<>();
    SortedSet<String> gone = new TreeSet<>();
    for (FileState known : stored) {
      FileState file = found.remove(known.path());
      if (file == null) {
        gone.add(known.path());
      } else if (!file.equals(known)) {
        changed.add(file);
      }
    }
    changed.sort(Comparator.comparing(FileState::path));
    return new SnapshotChanges(
        List.copyOf(found.values()), List.copyOf(changed), List.copyOf(gone));
  }

  /** Whether nothing differs. */
  public boolean isEmpty() {
    return added.isEmpty() && changed.isEmpty() && gone.isEmpty();
  }
}
