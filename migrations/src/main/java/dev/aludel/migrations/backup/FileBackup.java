package dev.aludel.migrations.backup;

import static java.util.Objects.requireNonNull;

import dev.aludel.migrations.database.SqliteWords;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;

/**
 * Backs up a SQLite file: a copy, {@code FILE.REVISIONS.TIME.bak}, that is whole and on the disk,
 * or is not there. Beside the file it has the same rights; in another folder it is its owner's
 * alone. The database may be read and written meanwhile; the copy shows it as it is at one moment.
 * For one caller at a time, in all processes.
 */
public final class FileBackup {
  private static final Set<Integer> CODES_OF_THE_DISK =
      Set.of(
          SQLiteErrorCode.SQLITE_FULL.code,
          SQLiteErrorCode.SQLITE_IOERR.code,
          SQLiteErrorCode.SQLITE_CANTOPEN.code,
          SQLiteErrorCode.SQLITE_READONLY.code,
          SQLiteErrorCode.SQLITE_PERM.code);

  private final Path database;
  private final @Nullable Path folder;
  private final String shown;
  private final VersionRows versionRows;
  private final Clock clock;
  private final String wayOut;

  /**
   * @param database the file, which is there
   * @param folder where the copy comes; null for the folder of the file
   * @param shown what messages call the database
   * @param versionRows reads the rows by which a backup is named and compared
   * @param wayOut what else one can do if no backup can be made, as the end of a sentence that
   *     begins with other advice; may be empty
   */
  public FileBackup(
      Path database,
      @Nullable Path folder,
      String shown,
      VersionRows versionRows,
      Clock clock,
      String wayOut) {
    this.database = resolved(requireNonNull(database, "database"));
    this.folder = folder == null ? null : folder.toAbsolutePath();
    this.shown = requireNonNull(shown, "shown");
    this.versionRows = requireNonNull(versionRows, "versionRows");
    this.clock = requireNonNull(clock, "clock");
    this.wayOut = requireNonNull(wayOut, "wayOut");
  }

  /** Reads the rows of a version table. */
  @FunctionalInterface
  public interface VersionRows {
    Set<String> in(Connection connection) throws SQLException;
  }

  /** Hears how far a backup is, in the thread that writes it. */
  @FunctionalInterface
  public interface Progress {
    /**
     * What it throws ends the backup.
     *
     * @param copied how many bytes are written
     * @param total how many there will be, about
     */
    void copied(long copied, long total);
  }

  /**
   * Writes the backup.
   *
   * @param connection a connection to the database, on which no transaction is open
   * @return the backup; empty if there is nothing in the database that could be kept
   * @throws BackupException if it cannot be made, or the folder is not there; no part of it is left
   */
  public Optional<Path> write(Connection connection, Progress progress) {
    refuseMissingFolder();
    try {
      return DatabaseCopy.bytes(connection) == 0
          ? Optional.empty()
          : Optional.of(backup(connection, progress));
    } catch (SQLException e) {
      boolean disk = CODES_OF_THE_DISK.contains(e.getErrorCode());
      String reason = "SQLite says \"%s\"".formatted(SqliteWords.of(e));
      throw failed(reason, disk ? seeToTheFolder() : "Mend that", e);
    } catch (IOException e) {
      throw failed(
          "no file can be written %s (%s)".formatted(place(), reason(e)), seeToTheFolder(), e);
    }
  }

  // A folder is not created: it may be a disk that is not mounted.
  private void refuseMissingFolder() {
    if (folder != null && !Files.isDirectory(folder)) {
      String what = Files.exists(folder) ? "%s is no folder" : "there is no folder %s";
      throw failed(what.formatted(folder), "Create it, or name one that is there", null);
    }
  }

  private String place() {
    return folder == null ? "beside it" : "in " + folder;
  }

  private PartialFile partialFile() throws IOException {
    return folder == null ? PartialFile.of(database) : PartialFile.in(folder, database);
  }

  private Path backup(Connection connection, Progress progress) throws SQLException, IOException {
    DatabaseContent content = DatabaseContent.of(connection, versionRows);
    BackupName name =
        new BackupName(String.valueOf(database.getFileName()), content.rows(), clock.instant());
    try (PartialFile partial = partialFile()) {
      DatabaseCopy copy = new DatabaseCopy(partial.path());
      copy.writeFrom(
          connection,
          (copied, total) -> {
            refuseEnd(partial);
            progress.copied(copied, total);
          });
      refuseEnd(partial);
      Optional<String> difference = copy.difference(content, versionRows);
      if (difference.isPresent()) {
        throw failed(difference.get(), "Run again while nobody else changes its schema", null);
      }
      return partial.complete(name);
    }
  }

  private void refuseEnd(PartialFile partial) {
    if (partial.goesWithTheProcess()) {
      throw failed("the process is being ended", "Run again", null);
    }
  }

  // SQLite follows a symbolic link to the file, and so do the files that it puts beside it.
  private static Path resolved(Path database) {
    try {
      return Files.isSymbolicLink(database) ? database.toRealPath() : database.toAbsolutePath();
    } catch (IOException e) {
      return database.toAbsolutePath(); // a link to nowhere: SQLite will say so
    }
  }

  private static String reason(IOException e) {
    if (e instanceof AccessDeniedException) {
      return "access denied";
    }
    if (e instanceof DirectoryNotEmptyException inTheWay) {
      return "%s is a folder".formatted(inTheWay.getFile());
    }
    String reason = e instanceof FileSystemException failure ? failure.getReason() : null;
    return reason == null ? e.toString() : reason;
  }

  private String seeToTheFolder() {
    return "See that %s has room for a copy of it and that this user may write there"
        .formatted(folder == null ? database.getParent() : folder);
  }

  private BackupException failed(String reason, String advice, @Nullable Exception cause) {
    return new BackupException(
        "Cannot back up %s: %s. Nothing was changed, and no part of the backup is left. %s%s."
            .formatted(shown, reason, advice, wayOut),
        cause);
  }
}
