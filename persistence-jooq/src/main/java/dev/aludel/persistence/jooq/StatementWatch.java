package dev.aludel.persistence.jooq;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Stops statements of one SQLite connection that run too long: the driver's own query timeout is
 * only a wait for locks. {@link StatementTimer} looks at it from time to time, because an alarm for
 * each statement would take as long as a short statement.
 */
final class StatementWatch {

  private @Nullable PreparedStatement running;
  private long since;

  synchronized void started(PreparedStatement statement) {
    running = statement;
    since = System.nanoTime();
  }

  synchronized void ended() {
    running = null;
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
  synchronized void stopIfLate(Duration limit) {
    if (System.nanoTime() - since >= limit.toNanos()) {
      stop();
    }
  }
}
