package dev.aludel.migrations.run;

import dev.aludel.migrations.database.Database;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** Waits for a lock, for so long and no longer. */
final class LockWait {
  private static final long FIRST_PAUSE_MILLIS = 10;
  private static final long LONGEST_PAUSE_MILLIS = 250;

  private final Database database;
  private final Duration longest;
  private final MigrationListener listener;

  LockWait(Database database, Duration longest, MigrationListener listener) {
    this.database = database;
    this.longest = longest;
    this.listener = listener;
  }

  /** How a lock was taken. */
  enum Outcome {
    AT_ONCE,
    /** Somebody else held it before, and may have changed the database. */
    AFTER_WAITING
  }

  /**
   * Returns when {@code lock} is taken.
   *
   * @throws LockTimeoutException if it is not to be had in time
   */
  Outcome acquire(MigrationLock lock) throws SQLException {
    long start = System.nanoTime();
    long pause = FIRST_PAUSE_MILLIS;
    Outcome outcome = Outcome.AT_ONCE;
    while (!lock.tryAcquire()) {
      if (System.nanoTime() - start >= longest.toNanos()) {
        throw new LockTimeoutException(
            "Cannot migrate %s: %s migrates it, and did not end in %s. Wait and run again, wait longer (--lock-wait), or end that process if it hangs: its lock goes with it."
                .formatted(database, holder(lock), seconds()));
      }
      if (outcome == Outcome.AT_ONCE) {
        listener.waiting(holder(lock));
        outcome = Outcome.AFTER_WAITING;
      }
      sleep(pause / 2 + ThreadLocalRandom.current().nextLong(pause));
      pause = Math.min(pause * 2, LONGEST_PAUSE_MILLIS);
    }
    return outcome;
  }

  private static String holder(MigrationLock lock) throws SQLException {
    return lock.holder().orElse("another process");
  }

  private String seconds() {
    return longest.toMillis() / 1000.0 + " s";
  }

  private void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LockTimeoutException(
          "Cannot migrate %s: interrupted while it waited for the lock.".formatted(database));
    }
  }
}
