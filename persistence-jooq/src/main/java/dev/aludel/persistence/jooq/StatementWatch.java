package dev.aludel.persistence.jooq;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Stops statements of one SQLite connection that run too long: the driver's own query timeout is
 * only a wait for locks.
 */
final class StatementWatch {

  private final ScheduledExecutorService timer;
  private final Duration limit;
  private @Nullable Future<?> alarm;
  private @Nullable PreparedStatement running;
  private long turn;

  /**
   * @param limit how long a statement may run; zero for ever
   */
  StatementWatch(ScheduledExecutorService timer, Duration limit) {
    this.timer = timer;
    this.limit = limit;
  }

  /** The thread that all watches of a storage share; it ends with {@code shutdownNow}. */
  static ScheduledExecutorService timer() {
    ScheduledThreadPoolExecutor timer =
        new ScheduledThreadPoolExecutor(
            1,
            task -> {
              Thread thread = new Thread(task, "aludel-statement-watch");
              thread.setDaemon(true);
              return thread;
            });
    timer.setRemoveOnCancelPolicy(true);
    return timer;
  }

  synchronized void started(PreparedStatement statement) {
    running = statement;
    long mine = ++turn;
    if (!limit.isZero() && !timer.isShutdown()) {
      alarm = timer.schedule(() -> stop(mine), limit.toNanos(), TimeUnit.NANOSECONDS);
    }
  }

  synchronized void ended() {
    running = null;
    turn++;
    if (alarm != null) {
      alarm.cancel(false);
      alarm = null;
    }
  }

  /** Stops the statement that runs now, if one does. */
  synchronized void stop() {
    if (running != null) {
      try {
        running.cancel();
      } catch (SQLException closed) {
        // The driver refuses only when the connection is closed: then nothing runs any more.
        running = null;
      }
    }
  }

  // Under the lock, so that a statement that follows the late one is never hit in its place.
  private synchronized void stop(long turnToStop) {
    if (turn == turnToStop) {
      stop();
    }
  }
}
