package dev.aludel.migrations.backup;

import dev.aludel.migrations.backup.FileBackup.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.sqlite.ProgressHandler;
import org.sqlite.SQLiteConnection;

/** Looks, while SQLite copies a database, how far the copy is; SQLite lets it do so in between. */
final class CopyWatch extends ProgressHandler {
  // A few hundred rows: no time for SQLite, and not long for people, however large a row is.
  private static final int INSTRUCTIONS = 1000;
  private static final int GO_ON = 0;
  private static final int STOP = 1;

  private final Path copy;
  private final long total;
  private final Progress progress;
  private @Nullable RuntimeException refusal;

  /**
   * @param total how large the copy will be, about, in bytes
   */
  CopyWatch(Path copy, long total, Progress progress) {
    this.copy = copy;
    this.total = total;
    this.progress = progress;
  }

  /** What is watched. */
  @FunctionalInterface
  interface Copying {
    void run() throws SQLException;
  }

  /**
   * Does {@code copying} on {@code connection}. What {@code progress} throws ends it, and is thrown
   * here. A connection that hides SQLite's own is not watched.
   */
  void during(Connection connection, Copying copying) throws SQLException {
    if (!connection.isWrapperFor(SQLiteConnection.class)) {
      copying.run();
      return;
    }
    SQLiteConnection sqlite = connection.unwrap(SQLiteConnection.class);
    ProgressHandler.setHandler(sqlite, INSTRUCTIONS, this);
    try {
      copying.run();
    } catch (SQLException e) {
      if (refusal != null) {
        throw refusal;
      }
      throw e;
    } finally {
      ProgressHandler.clearHandler(sqlite);
    }
  }

  @Override
  protected int progress() {
    try {
      progress.copied(Math.min(Files.size(copy), total), total);
      return GO_ON;
    } catch (IOException e) {
      return GO_ON; // SQLite itself will say what is wrong with the file
    } catch (RuntimeException e) {
      refusal = e;
      return STOP;
    }
  }
}
