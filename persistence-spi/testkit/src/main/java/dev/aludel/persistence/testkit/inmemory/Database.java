package dev.aludel.persistence.testkit.inmemory;

import dev.aludel.domain.StorageTimeoutException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** What is committed, and whose turn it is to write. */
final class Database {

  private final String url;
  private final Duration patience;
  private final Semaphore writer = new Semaphore(1, true);
  private Map<Table<?, ?>, Rows<?, ?>> committed = Map.of();

  Database(String url, Duration patience) {
    this.url = url;
    this.patience = patience;
  }

  /** The committed rows; nobody changes them any more. */
  synchronized Map<Table<?, ?>, Rows<?, ?>> snapshot() {
    return committed;
  }

  synchronized void commit(Map<Table<?, ?>, Rows<?, ?>> rows) {
    committed = Map.copyOf(rows);
  }

  /** Forgets everything. */
  synchronized void clear() {
    committed = Map.of();
  }

  /** Waits for the turn; an interrupted thread takes one that is free, and does not wait. */
  void awaitTurnToWrite() {
    boolean isFree = !writer.hasQueuedThreads() && writer.tryAcquire();
    if (!isFree) {
      await();
    }
  }

  private void await() {
    try {
      if (!writer.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)) {
        throw new StorageTimeoutException(
            "Waited %s for the writer of %s, and others still use it. Make blocks shorter, or raise the connection timeout."
                .formatted(patience, url),
            null);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new StorageTimeoutException(
          "The thread was interrupted while it waited for the writer of %s; nothing was done."
              .formatted(url),
          interrupted);
    }
  }

  void endTurnToWrite() {
    writer.release();
  }

  @Override
  public String toString() {
    return url;
  }
}
