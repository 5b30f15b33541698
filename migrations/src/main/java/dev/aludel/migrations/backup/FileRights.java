package dev.aludel.migrations.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/**
 * Who may read a file. Where the file system knows nothing of owner, group and others, a new file
 * has what its folder gives it.
 */
final class FileRights {
  private static final Set<PosixFilePermission> FOR_THE_OWNER =
      PosixFilePermissions.fromString("rw-------");

  private static final Set<PosixFilePermission> FOR_THE_GROUP =
      PosixFilePermissions.fromString("---rwx---");

  private FileRights() {}

  static boolean areKnownFor(Path file) {
    return Files.getFileAttributeView(file, PosixFileAttributeView.class) != null;
  }

  /** Creates a file that nobody but its owner may read. */
  static void createPrivate(Path file) throws IOException {
    FileAttribute<?>[] attributes =
        areKnownFor(file)
            ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(FOR_THE_OWNER)}
            : new FileAttribute<?>[0];
    Files.createFile(file, attributes);
  }

  /**
   * Gives {@code file} the rights of {@code model}. Its owner and group too, where this user may:
   * otherwise the group, which is another one, gets no rights.
   */
  static void copy(Path model, Path file) throws IOException {
    if (!areKnownFor(file)) {
      return;
    }
    PosixFileAttributes wanted = Files.readAttributes(model, PosixFileAttributes.class);
    Set<PosixFilePermission> permissions = EnumSet.noneOf(PosixFilePermission.class);
    permissions.addAll(wanted.permissions());
    if (!belongsToGroup(file, wanted)) {
      permissions.removeAll(FOR_THE_GROUP);
    }
    Files.setPosixFilePermissions(file, permissions);
    giveToOwner(file, wanted);
  }

  private static boolean belongsToGroup(Path file, PosixFileAttributes wanted) throws IOException {
    PosixFileAttributeView view = view(file);
    if (view.readAttributes().group().equals(wanted.group())) {
      return true;
    }
    try {
      view.setGroup(wanted.group());
      return true;
    } catch (IOException e) {
      return false; // only a member of the group may do that
    }
  }

  private static void giveToOwner(Path file, PosixFileAttributes wanted) throws IOException {
    PosixFileAttributeView view = view(file);
    if (!view.readAttributes().owner().equals(wanted.owner())) {
      try {
        view.setOwner(wanted.owner());
      } catch (IOException e) {
        return; // only root may do that; the backup is then of whoever made it
      }
    }
  }

  private static PosixFileAttributeView view(Path file) {
    return Files.getFileAttributeView(file, PosixFileAttributeView.class);
  }
}
