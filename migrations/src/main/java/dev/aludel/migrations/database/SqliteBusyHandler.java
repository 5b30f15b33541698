package dev.aludel.migrations.database;

import java.time.Duration;
import org.sqlite.BusyHandler;

/**
 * What a connection does each time it finds the file locked. SQLite calls it in the thread of the
 * statement; the driver hands on what is thrown here.
 */
final class SqliteBusyHandler extends BusyHandler {
  private static final int GIVE_UP = 0;
  private static final int TRY_AGAIN = 1;
  private static final long LONGEST_PAUSE_MILLIS = 50;
  // Others hold their locks for some milliseconds each; a person is told what lasts.
  private static final Duration UNTOLD = Duration.ofMillis(500);

  private final FileLockWait wait;
  private long start;
  private boolean told;

  SqliteBusyHandler(FileLockWait wait) {
    this.wait = wait;
  }

  @Override
  protected int callback(int triesBefore) {
    if (triesBefore == 0) {
      start = System.nanoTime();
      told = false;
    }
    Duration waited = Duration.ofNanos(System.nanoTime() - start);
    Duration left = wait.longest().minus(waited);
    if (left.isNegative() || left.isZero()) {
      return GIVE_UP;
    }
    if (!told && waited.compareTo(UNTOLD) >= 0) {
      told = true;
      wait.waiting().run();
    }
    return pause(Math.min(left.toMillis() + 1, Math.min(1L + triesBefore, LONGEST_PAUSE_MILLIS)));
  }

  private static int pause(long millis) {
    try {
      Thread.sleep(millis);
      return TRY_AGAIN;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return GIVE_UP;
    }
  }
}
