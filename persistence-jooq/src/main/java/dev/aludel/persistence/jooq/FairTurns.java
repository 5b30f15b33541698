package dev.aludel.persistence.jooq;

import dev.aludel.domain.StorageTimeoutException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Connections that threads wait for in the order in which they came. */
final class FairTurns {

  private final Semaphore free;
  private final String what;
  private final Duration patience;

  /**
   * @param what what is waited for, for the error: {@code the writer of sqlite:///a.db}
   */
  FairTurns(int count, String what, Duration patience) {
    this.free = new Semaphore(count, true);
    this.what = what;
    this.patience = patience;
  }

  /** Waits for a turn; an interrupted thread takes one that is free, and does not wait. */
  void take() {
    boolean isFree = !free.hasQueuedThreads() && free.tryAcquire();
    if (!isFree) {
      await();
    }
  }

  private void await() {
    try {
      if (!free.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)) {
        throw timedOut(what, patience);
      }
    } catch (InterruptedException interrupted) {
      throw interrupted(what, interrupted);
    }
  }

  static StorageTimeoutException timedOut(String what, Duration patience) {
    return new StorageTimeoutException(
        "Waited %s for %s, and others still use it. Make blocks shorter, or raise the connection timeout."
            .formatted(patience, what),
        null);
  }

  /** What an interrupted thread throws, which stays interrupted. */
  static StorageTimeoutException interrupted(String what, InterruptedException cause) {
    Thread.currentThread().interrupt();
    return new StorageTimeoutException(
        "The thread was interrupted while it waited for %s; nothing was done.".formatted(what),
        cause);
  }

  void giveBack() {
    free.release();
  }
}
