package dev.aludel.persistence.jooq;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Lets the blocks of one storage run again one at a time, in the order in which they came: those
 * that met at one row would meet there again. Who runs for the first time does not come here.
 */
final class RerunTurn {

  // More than threads can be.
  private static final int EVERYBODY = Integer.MAX_VALUE / 2;

  private final Semaphore free = new Semaphore(1, true);

  /**
   * Waits for the turn. An interrupted thread takes one that is free.
   *
   * @return false when the time was over first
   */
  boolean take(Duration patience) throws InterruptedException {
    return (!free.hasQueuedThreads() && free.tryAcquire())
        || free.tryAcquire(TimeUnit.NANOSECONDS.convert(patience), TimeUnit.NANOSECONDS);
  }

  void giveBack() {
    free.release();
  }

  /** Nobody waits any more: the storage is being closed, which everybody then hears. */
  void letEverybodyGo() {
    free.release(EVERYBODY);
  }
}
