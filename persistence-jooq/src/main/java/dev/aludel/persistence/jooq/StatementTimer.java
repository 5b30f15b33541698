package dev.aludel.persistence.jooq;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.Timer;
import java.util.TimerTask;
import java.util.WeakHashMap;

/** The thread that stops the late statements of one storage; each is stopped a little too late. */
final class StatementTimer implements AutoCloseable {

  private static final int LOOKS = 10;
  private static final long LONGEST_PAUSE = 1000;

  private final Duration limit;
  private final Set<StatementWatch> watches = Collections.newSetFromMap(new WeakHashMap<>());
  private final Timer thread = new Timer("aludel-statement-timer", true);

  /**
   * @param limit how long a statement may run; zero for ever
   */
  StatementTimer(Duration limit) {
    this.limit = limit;
    if (!limit.isZero()) {
      long pause = Math.min(limit.toMillis() / LOOKS + 1, LONGEST_PAUSE);
      thread.schedule(looks(), pause, pause);
    }
  }

  private TimerTask looks() {
    return new TimerTask() {
      @Override
      public void run() {
        watches().forEach(watch -> watch.stopIfLate(limit));
      }
    };
  }

  /** A watch for one connection, looked at for as long as the connection has it. */
  synchronized StatementWatch watch() {
    StatementWatch watch = new StatementWatch();
    watches.add(watch);
    return watch;
  }

  private synchronized List<StatementWatch> watches() {
    return List.copyOf(watches);
  }

  @Override
  public void close() {
    thread.cancel();
  }
}
