package dev.aludel.test;

import java.time.Duration;
import java.util.concurrent.Callable;

/**
 * Waiting for what another thread, process or server does, for as long as a slow machine may take.
 * It makes a moment certain; a pause of any length would make it likely.
 */
public final class Waiting {

  /** Far longer than anything takes that happens at all. */
  public static final Duration LONGEST = Duration.ofMinutes(2);

  private static final Duration PAUSE = Duration.ofMillis(5);

  private Waiting() {}

  /**
   * Returns when {@code condition} holds.
   *
   * @param what what is waited for, for the error: {@code "the statement waits for the lock"}
   * @throws IllegalStateException when it does not hold after {@link #LONGEST}, or the thread is
   *     interrupted, or when asking for it fails
   */
  public static void until(String what, Callable<Boolean> condition) {
    long start = System.nanoTime();
    try {
      while (!condition.call()) {
        if (System.nanoTime() - start > LONGEST.toNanos()) {
          throw new IllegalStateException(
              "Waited %d s in vain until %s.".formatted(LONGEST.toSeconds(), what));
        }
        Thread.sleep(PAUSE.toMillis());
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Was interrupted before %s.".formatted(what), interrupted);
    } catch (RuntimeException failure) {
      throw failure;
    } catch (Exception failure) {
      throw new IllegalStateException("Cannot tell whether %s.".formatted(what), failure);
    }
  }

  /** Returns when {@code thread} waits for another one, or has ended. */
  public static void untilItWaits(Thread thread) {
    until(
        "%s waits".formatted(thread.getName()),
        () ->
            switch (thread.getState()) {
              case WAITING, TIMED_WAITING, TERMINATED -> true;
              case NEW, RUNNABLE, BLOCKED -> false;
            });
  }
}
