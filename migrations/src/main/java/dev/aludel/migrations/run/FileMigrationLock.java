package dev.aludel.migrations.run;

import dev.aludel.migrations.file.RegularFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * The lock of a SQLite file: an operating-system lock on a file beside it. The system gives a lock
 * to a process and drops it when the process closes any descriptor of the file; so the file is
 * opened once in a process and never closed, a semaphore keeps the threads of the process apart,
 * and who holds the lock stands in a file of its own.
 */
final class FileMigrationLock implements MigrationLock {
  private static final Map<Path, LockFile> LOCK_FILES = new ConcurrentHashMap<>();

  private final LockFile file;
  private final Path holderFile;
  private final Author author;
  private final Clock clock;
  private @Nullable FileLock held;

  private FileMigrationLock(LockFile file, Path holderFile, Author author, Clock clock) {
    this.file = file;
    this.holderFile = holderFile;
    this.author = author;
    this.clock = clock;
  }

  /** A lock file, open for the life of the process. */
  private record LockFile(FileChannel channel, Semaphore threads) {
    static LockFile open(Path path) {
      try {
        if (Files.exists(path)) {
          RegularFile.refuseOther(path); // opening a pipe would wait for its reader
        }
        return new LockFile(
            FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE),
            new Semaphore(1));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** The lock of the database in {@code database}, which need not exist; its folder does. */
  static FileMigrationLock of(Path database, Author author, Clock clock) throws IOException {
    Path absolute = database.toAbsolutePath();
    Path real =
        Files.exists(absolute)
            ? absolute.toRealPath()
            : absolute.resolveSibling("").toRealPath().resolve(absolute.getFileName());
    LockFile file =
        LOCK_FILES.computeIfAbsent(
            real.resolveSibling(real.getFileName() + "-aludel-lock"), LockFile::open);
    return new FileMigrationLock(
        file, real.resolveSibling(real.getFileName() + "-aludel-holder"), author, clock);
  }

  @Override
  public boolean tryAcquire() {
    if (!file.threads().tryAcquire()) {
      return false;
    }
    FileLock lock = null;
    try {
      lock = file.channel().tryLock();
    } catch (OverlappingFileLockException e) {
      lock = null; // another class loader of this process has the file open, and the lock
    } catch (IOException e) {
      file.threads().release();
      throw new UncheckedIOException(e);
    }
    if (lock == null) {
      file.threads().release();
      return false;
    }
    held = lock;
    tellHolder();
    return true;
  }

  // Who holds the lock is news for people. That it cannot be written must not stop a run: the file
  // may be one that another user left behind.
  private void tellHolder() {
    if (RegularFile.otherThan(holderFile).isPresent()) {
      return;
    }
    try {
      Files.writeString(holderFile, author.processSince(clock.instant()));
    } catch (IOException e) {
      forgetHolder();
    }
  }

  private void forgetHolder() {
    try {
      Files.deleteIfExists(holderFile);
    } catch (IOException e) {
      return; // it tells an old name, and the lock itself tells none
    }
  }

  @Override
  public Optional<String> holder() {
    try {
      String holder = RegularFile.text(holderFile);
      return holder.isBlank() ? Optional.empty() : Optional.of(holder);
    } catch (IOException e) {
      return Optional.empty(); // it is being written, or was never: the lock itself tells no name
    }
  }

  /** The system takes it from nobody. */
  @Override
  public void confirm() {}

  @Override
  public void close() {
    if (held == null) {
      return;
    }
    forgetHolder();
    try {
      held.release();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      held = null;
      file.threads().release();
    }
  }
}
