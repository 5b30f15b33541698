package dev.aludel.migrations.dialect;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A stack for work that goes as deep as a text is nested. The system gives memory to a stack as it
 * is used, so that one which stays flat costs a thread and no more.
 */
final class DeepStack {
  private static final long BYTES = 256L << 20;

  private DeepStack() {}

  /**
   * What {@code work} comes to.
   *
   * @throws StackOverflowError if it is deeper than that
   */
  static <T> T call(Supplier<T> work) {
    FutureTask<T> task = new FutureTask<>(work::get);
    Thread thread = new Thread(null, task, "aludel-translates", BYTES);
    thread.setDaemon(true);
    thread.start();
    return outcome(task);
  }

  // The work ends by itself, whoever is in a hurry.
  private static <T> T outcome(FutureTask<T> task) {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return task.get();
        } catch (InterruptedException e) {
          interrupted = true;
        } catch (ExecutionException e) {
          throw failure(e.getCause());
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static RuntimeException failure(@Nullable Throwable cause) {
    if (cause instanceof Error error) {
      throw error;
    }
    return cause instanceof RuntimeException failure
        ? failure
        : new IllegalStateException("the work throws nothing else", cause);
  }
}
