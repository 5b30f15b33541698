package dev.aludel.app.cli;

import dev.aludel.migrations.revision.MigrationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a command when its process is told to end, by Ctrl-C or a signal: the statement
 * at work is cancelled where it works, no other one begins, and the process waits until the command
 * has said where that leaves the database.
 */
public final class ProcessEnd {
  private static final long FIRST_PAUSE_MILLIS = 250;
  private static final int TRIES = 6;

  private final Thread worker;
  private final CountDownLatch answered = new CountDownLatch(1);
  private volatile boolean begun;
  private volatile @Nullable Runnable cancel;

  /**
   * @param worker the thread in which the command runs
   */
  public ProcessEnd(Thread worker) {
    this.worker = worker;
  }

  /** The process ends; returns when the command has answered, or does not answer in time. */
  public void begin() {
    begun = true;
    long pause = FIRST_PAUSE_MILLIS;
    try {
      for (int tries = 0; tries < TRIES; tries++) {
        stopWork();
        if (answered.await(pause, TimeUnit.MILLISECONDS)) {
          return;
        }
        pause *= 2; // the next statement may have begun meanwhile; its clearing up needs time too
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void stopWork() {
    if (answered.getCount() == 0) {
      return;
    }
    Runnable statement = cancel;
    if (statement == null) {
      worker.interrupt(); // it waits for somebody, or will be done in a moment
    } else {
      statement.run();
    }
  }

  /** The command has said all that it has to say. */
  public void answered() {
    answered.countDown();
  }

  boolean hasBegun() {
    return begun;
  }

  /** From now on {@code value} ends what is at work. */
  void opened(Runnable value) {
    cancel = value;
  }

  /**
   * Keeps the next thing from beginning.
   *
   * @throws EndedException if the process ends
   */
  void refuseMore() {
    if (begun) {
      throw new EndedException();
    }
  }

  /** The process ends, and no further statement is begun. */
  static final class EndedException extends MigrationException {
    private static final long serialVersionUID = 1L;

    EndedException() {
      super("The process was told to end.");
    }
  }
}
