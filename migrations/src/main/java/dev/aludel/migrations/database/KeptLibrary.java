package dev.aludel.migrations.database;

import dev.aludel.migrations.file.RegularFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;

/**
 * SQLite's native library as a file that stays from one process to the next. The file is only as
 * good as the folder that it is in: that belongs to this user, is no link, and nobody else can
 * write in it. What stands in the file is compared with what is in the driver's jar, byte by byte,
 * before anybody loads it, and replaced if it differs.
 */
final class KeptLibrary {
  private static final String LIBRARIES = "/org/sqlite/native/";
  private static final char SLASH = '=';

  private static final Set<PosixFilePermission> OF_OTHERS =
      Set.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);

  private static final Set<PosixFilePermission> OURS =
      EnumSet.of(
          PosixFilePermission.OWNER_READ,
          PosixFilePermission.OWNER_WRITE,
          PosixFilePermission.OWNER_EXECUTE);

  private KeptLibrary() {}

  /**
   * The library in {@code folder}, which is made if it is not there.
   *
   * @param folder absolute
   * @return empty if nothing can be kept there, or loaded from there without doubt
   */
  static Optional<Path> in(Path folder) {
    try {
      makeFolder(folder);
      return Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS) && isOursAlone(folder)
          ? Optional.of(inOurs(folder))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty(); // the driver has a way of its own, which needs no folder
    }
  }

  private static void makeFolder(Path folder) throws IOException {
    if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    Files.createDirectories(folder.resolveSibling(""));
    FileAttribute<?>[] rights =
        folder.getFileSystem().supportedFileAttributeViews().contains("posix")
            ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OURS)}
            : new FileAttribute<?>[0];
    try {
      Files.createDirectory(folder, rights);
    } catch (FileAlreadyExistsException e) {
      return; // another process was first; whose it is, is looked at anyway
    }
  }

  // Which of its libraries fits the machine, the driver finds out by running a program. What it
  // found stands in the file's name, behind what it depends on.
  private static Path inOurs(Path folder) throws IOException {
    String prefix = "%s-%08x-".formatted(SQLiteJDBCLoader.getVersion(), machine());
    String name = keptName(folder, prefix).orElseGet(() -> prefix + fitting());
    Path file = folder.resolve(name);
    byte[] library = resource(name.substring(prefix.length()));
    if (!holds(file, library)) {
      put(file, library);
    }
    return file;
  }

  // One folder of a JDK may stand for two of them, on two kinds of Linux that share a home.
  private static int machine() {
    return List.of(
            System.getProperty("os.name"),
            System.getProperty("os.arch"),
            System.getProperty("java.home"),
            Files.exists(Path.of("/etc/alpine-release")))
        .hashCode();
  }

  private static Optional<String> keptName(Path folder, String prefix) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.startsWith(prefix))
          .findFirst();
    }
  }

  /** The library that fits here, below {@link #LIBRARIES}, as a part of a file's name. */
  private static String fitting() {
    String path =
        LibraryLoaderUtil.getNativeLibResourcePath() + "/" + LibraryLoaderUtil.getNativeLibName();
    return path.substring(LIBRARIES.length()).replace('/', SLASH);
  }

  private static byte[] resource(String fitting) throws IOException {
    String name = LIBRARIES + fitting.replace(SLASH, '/');
    try (InputStream bytes = SQLiteJDBCLoader.class.getResourceAsStream(name)) {
      if (bytes == null) {
        throw new NoSuchFileException(name);
      }
      return bytes.readAllBytes();
    }
  }

  private static boolean holds(Path file, byte[] content) throws IOException {
    return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
        && isOursAlone(file)
        && Files.size(file) == content.length
        && Arrays.equals(RegularFile.bytes(file), content);
  }

  // Who loads the file meanwhile has the old one or the new one, and never a part.
  private static void put(Path file, byte[] content) throws IOException {
    Path next = Files.createTempFile(file.resolveSibling(""), "next", "");
    try {
      Files.write(next, content);
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(next);
    }
  }

  // Where there are no such rights, as on Windows, the system's own folder is its user's alone.
  private static boolean isOursAlone(Path path) throws IOException {
    PosixFileAttributeView view =
        Files.getFileAttributeView(path, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
    if (view == null) {
      return true;
    }
    PosixFileAttributes attributes = view.readAttributes();
    return attributes.owner().getName().equals(System.getProperty("user.name"))
        && attributes.permissions().stream().noneMatch(OF_OTHERS::contains);
  }
}
