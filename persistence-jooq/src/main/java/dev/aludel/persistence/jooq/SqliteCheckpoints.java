package dev.aludel.persistence.jooq;

import dev.aludel.domain.StorageException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Copies from time to time what was written out of the WAL into a SQLite file, in a thread and on a
 * connection of its own, beside whoever writes then. SQLite itself lets the writer do it after a
 * commit: waiting for the disk, it would hold up all who write next.
 */
final class SqliteCheckpoints {

  /** Short writes fill about as many pages as SQLite waits for by itself, 1,000. */
  private static final int WRITES_BETWEEN = 250;

  private final SqlitePool connections;
  private final ExecutorService thread;
  private final AtomicInteger writes = new AtomicInteger();

  /**
   * @param opener of a connection that can write
   */
  SqliteCheckpoints(Supplier<SqliteConnection> opener) {
    this.connections = new SqlitePool(opener);
    // One runs and one waits: what would come after those, or after closing, is not missed.
    this.thread =
        new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(1),
            SqliteCheckpoints::daemon,
            new ThreadPoolExecutor.DiscardPolicy());
  }

  private static Thread daemon(Runnable work) {
    Thread daemon = new Thread(work, "aludel-checkpoints");
    daemon.setDaemon(true);
    return daemon;
  }

  /** A transaction that writes has ended. */
  void wrote() {
    if (writes.incrementAndGet() >= WRITES_BETWEEN) {
      writes.set(0);
      thread.execute(this::checkpoint);
    }
  }

  private void checkpoint() {
    try {
      SqliteConnection connection = connections.lend();
      try {
        checkpoint(connection);
      } finally {
        connections.giveBack(connection);
      }
    } catch (SQLException | StorageException failure) {
      // Nobody hears of it, as nobody does when SQLite itself makes a checkpoint after a commit.
      // Nothing is lost: what could not be copied stays in the WAL, whole, is read from there, and
      // is copied the next time, by this thread or in the end by a writer.
    }
  }

  // It waits for nobody: what a reader may still need of the file stays as it is.
  private static void checkpoint(SqliteConnection connection) throws SQLException {
    try (Statement statement = connection.jdbc().createStatement();
        ResultSet answer = statement.executeQuery("pragma wal_checkpoint(passive)")) {
      answer.next();
    }
  }

  /** How many connections are open. */
  int open() {
    return connections.open();
  }

  /** Closes the connection when what it does has ended; failures as of a pool. */
  @Nullable SQLException close(@Nullable SQLException before) {
    thread.shutdown();
    return connections.close(before);
  }
}
