package dev.aludel.migrations.backup;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A backup while it is written: a file under a name of its own, which only its owner may read. It
 * gets the name of a backup when it is whole and on the disk; otherwise it goes, with the process
 * if that is ended. One at a time for a database, which the migration lock sees to: what is there
 * already was left by a process that was killed.
 */
final class PartialFile implements AutoCloseable {
  // What SQLite puts beside a database, this one among them.
  private static final List<String> SUFFIXES = List.of("", "-journal", "-wal", "-shm");

  private static final long MOMENT_MILLIS = 2_000;

  private final Path database;
  private final Path path;
  private final Readers readers;
  private final Thread atExit = new Thread(this::deleteAtExit, "aludel-backup-exit");
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile boolean processEnds;

  private PartialFile(Path database, Path path, Readers readers) {
    this.database = database;
    this.path = path;
    this.readers = readers;
  }

  /** Who may read it when it is whole. */
  private enum Readers {
    THOSE_OF_THE_DATABASE,
    /** Elsewhere a folder may be open to people from whom the database's own folder is shut. */
    THE_OWNER_ALONE
  }

  /** An empty one beside the database. */
  static PartialFile of(Path database) throws IOException {
    return empty(
        database,
        database.resolveSibling(database.getFileName() + "-aludel-backup"),
        Readers.THOSE_OF_THE_DATABASE);
  }

  /** An empty one in a folder into which databases of one name may be backed up at one time. */
  static PartialFile in(Path folder, Path database) throws IOException {
    String name =
        "%s-%08x-aludel-backup".formatted(database.getFileName(), database.toString().hashCode());
    return empty(database, folder.resolve(name), Readers.THE_OWNER_ALONE);
  }

  private static PartialFile empty(Path database, Path path, Readers readers) throws IOException {
    PartialFile partial = new PartialFile(database, path, readers);
    partial.delete();
    partial.goWithTheProcess();
    try {
      FileRights.createPrivate(path);
    } catch (IOException e) {
      partial.outliveTheProcess();
      throw e;
    }
    return partial;
  }

  Path path() {
    return path;
  }

  /**
   * Makes the file the backup of this name, or of the next one that no file has.
   *
   * @return the backup
   */
  Path complete(BackupName name) throws IOException {
    sync(path, StandardOpenOption.WRITE);
    if (readers == Readers.THOSE_OF_THE_DATABASE) {
      FileRights.copy(database, path);
    }
    Path backup = givenNameOf(name);
    if (FileRights.areKnownFor(backup)) { // elsewhere a folder cannot be opened
      sync(backup.resolveSibling("."), StandardOpenOption.READ);
    }
    return backup;
  }

  // SQLite has closed the file, and nobody holds a lock on it that this could drop.
  private static void sync(Path file, OpenOption option) throws IOException {
    try (FileChannel channel = FileChannel.open(file, option)) {
      channel.force(true);
    }
  }

  private Path givenNameOf(BackupName name) throws IOException {
    for (int number = 1; ; number++) {
      Path backup = path.resolveSibling(name.text(number));
      if (takes(backup)) {
        return backup;
      }
    }
  }

  private boolean takes(Path backup) throws IOException {
    try {
      link(backup);
      return true;
    } catch (FileAlreadyExistsException e) {
      return false;
    }
  }

  // A link, unlike a move, never takes the place of another file.
  private void link(Path backup) throws IOException {
    try {
      Files.createLink(backup, path);
    } catch (FileAlreadyExistsException e) {
      throw e;
    } catch (UnsupportedOperationException | FileSystemException e) {
      replaceReserved(backup); // a file system without links, such as that of a memory card
    }
    Files.deleteIfExists(path);
  }

  /** Takes the name with an empty file, which no other process can do then, and replaces that. */
  void replaceReserved(Path backup) throws IOException {
    Files.createFile(backup);
    try {
      Files.move(path, backup, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      Files.deleteIfExists(backup);
      throw e;
    }
  }

  private void goWithTheProcess() {
    try {
      Runtime.getRuntime().addShutdownHook(atExit);
    } catch (IllegalStateException e) {
      return; // it ends already; what is left goes with the next backup
    }
  }

  // Whoever writes the file is given a moment to leave off: it would be there again. What is there
  // after that is another process's.
  private void deleteAtExit() {
    processEnds = true;
    try {
      if (!closed.await(MOMENT_MILLIS, TimeUnit.MILLISECONDS)) {
        delete();
      }
    } catch (InterruptedException | IOException e) {
      return; // nobody is there to be told; it goes with the next backup
    }
  }

  /** Whether the process is being ended, and the file goes with it. */
  boolean goesWithTheProcess() {
    return processEnds;
  }

  /** Deletes the file, if it is still there, and what SQLite left beside it. */
  @Override
  public void close() throws IOException {
    try {
      delete();
    } finally {
      outliveTheProcess();
    }
  }

  private void outliveTheProcess() {
    closed.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException e) {
      return; // it ends already
    }
  }

  private void delete() throws IOException {
    @Nullable IOException failure = null;
    for (String suffix : SUFFIXES) {
      try {
        Files.deleteIfExists(path.resolveSibling(path.getFileName() + suffix));
      } catch (IOException e) {
        failure = e;
      }
    }
    if (failure != null) {
      throw failure;
    }
  }
}
