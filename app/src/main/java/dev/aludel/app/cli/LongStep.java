package dev.aludel.app.cli;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Names a step that takes long while it is at work, to somebody who watches. */
final class LongStep {
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(LongStep::thread);
  private @Nullable Future<?> due;

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "long-step");
    thread.setDaemon(true);
    return thread;
  }

  /** A step begins; {@code words} is called if it is at work for long. */
  void began(Runnable words) {
    ended();
    due = timer.schedule(words, PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** The step has ended, in one way or the other. */
  void ended() {
    if (due != null) {
      due.cancel(false);
      due = null;
    }
  }
}
