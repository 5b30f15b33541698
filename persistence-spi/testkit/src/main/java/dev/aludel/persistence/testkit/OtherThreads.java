package dev.aludel.persistence.testkit;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Threads besides the one of a test, which end with it. */
final class OtherThreads implements AfterEachCallback {

  private static final long LONGEST_SECONDS = 20;

  private final ExecutorService threads = Executors.newCachedThreadPool();

  <T> Future<T> submit(Callable<T> call) {
    return threads.submit(call);
  }

  Future<?> submit(Runnable call) {
    return threads.submit(call);
  }

  /** What a call answers, or throws, on another thread. */
  <T> T elsewhere(Callable<T> call) {
    return elsewhere(Thread.currentThread().getName() + " (other)", call);
  }

  /** The same, on a thread of this name. */
  <T> T elsewhere(String name, Callable<T> call) {
    try {
      return threads
          .submit(
              () -> {
                Thread.currentThread().setName(name);
                return call.call();
              })
          .get(LONGEST_SECONDS, SECONDS);
    } catch (ExecutionException failure) {
      if (failure.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new AssertionError(failure);
    } catch (InterruptedException | TimeoutException failure) {
      throw new AssertionError(failure);
    }
  }

  static boolean await(CountDownLatch latch) {
    try {
      return latch.await(LONGEST_SECONDS, SECONDS);
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }

  @Override
  public void afterEach(ExtensionContext test) {
    threads.shutdownNow();
  }
}
