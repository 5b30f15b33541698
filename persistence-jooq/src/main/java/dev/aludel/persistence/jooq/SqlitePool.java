package dev.aludel.persistence.jooq;

import dev.aludel.domain.StorageClosedException;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Connections of one sort, opened when they are needed and kept. Who may have one is not decided
 * here.
 */
final class SqlitePool {

  private final Supplier<SqliteConnection> opener;
  private final Deque<SqliteConnection> idle = new ArrayDeque<>();
  private final Set<SqliteConnection> open = new HashSet<>();
  private boolean closed;

  SqlitePool(Supplier<SqliteConnection> opener) {
    this.opener = opener;
  }

  SqliteConnection lend() {
    SqliteConnection kept = takeIdle();
    return kept == null ? opened() : kept;
  }

  synchronized void giveBack(SqliteConnection connection) {
    if (!closed) {
      idle.push(connection);
    }
  }

  void discard(SqliteConnection connection) {
    synchronized (this) {
      open.remove(connection);
    }
    try {
      connection.close();
    } catch (SQLException broken) {
      // It is discarded because it is broken; the error that broke it is on its way to the caller.
    }
  }

  synchronized int open() {
    return open.size();
  }

  /** Closes all connections, those in use too; the first failure wins and keeps the others. */
  synchronized @Nullable SQLException close(@Nullable SQLException before) {
    @Nullable SQLException failure = before;
    for (SqliteConnection connection : open) {
      try {
        connection.close();
      } catch (SQLException error) {
        if (failure == null) {
          failure = error;
        } else {
          failure.addSuppressed(error);
        }
      }
    }
    open.clear();
    idle.clear();
    closed = true;
    return failure;
  }

  private synchronized @Nullable SqliteConnection takeIdle() {
    return idle.poll();
  }

  private synchronized SqliteConnection opened() {
    if (closed) {
      throw new StorageClosedException("The storage was closed meanwhile. Open another one.", null);
    }
    SqliteConnection connection = opener.get();
    open.add(connection);
    return connection;
  }
}
