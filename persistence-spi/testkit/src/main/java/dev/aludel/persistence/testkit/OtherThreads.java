package dev.aludel.persistence.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Threads besides the one of a test, which end with it. Nothing here has a time limit of its own:
 * the rule has one.
 */
final class OtherThreads implements AfterEachCallback {

  /** How often a race is run: a mistake that two threads seldom meet is met all the same. */
  static final int ROUNDS = 50;

  private final ExecutorService threads = Executors.newCachedThreadPool();

  <T> Future<T> submit(Callable<T> call) {
    return threads.submit(call);
  }

  Future<?> submit(Runnable call) {
    return threads.submit(call);
  }

  /** What so many calls answer that begin at the same moment, each on a thread of its own. */
  <T> List<T> atOnce(int calls, IntFunction<T> call) {
    CyclicBarrier all = new CyclicBarrier(calls);
    List<Future<T>> running =
        IntStream.range(0, calls).mapToObj(number -> submit(() -> met(all, number, call))).toList();
    List<T> answers = new ArrayList<>();
    running.forEach(one -> answers.add(answer(one)));
    return answers;
  }

  private static <T> T met(CyclicBarrier all, int number, IntFunction<T> call)
      throws InterruptedException, BrokenBarrierException {
    all.await();
    return call.apply(number);
  }

  /** What a call answers, or throws, on another thread. */
  <T> T elsewhere(Callable<T> call) {
    return elsewhere(Thread.currentThread().getName() + " (other)", call);
  }

  /** The same, on a thread of this name. */
  <T> T elsewhere(String name, Callable<T> call) {
    return answer(
        threads.submit(
            () -> {
              Thread.currentThread().setName(name);
              return call.call();
            }));
  }

  private static <T> T answer(Future<T> call) {
    try {
      return call.get();
    } catch (ExecutionException failure) {
      throw PortMethod.unchecked(failure.getCause());
    } catch (InterruptedException failure) {
      throw new AssertionError(failure);
    }
  }

  static boolean await(CountDownLatch latch) {
    try {
      latch.await();
      return true;
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }

  /** Returns when the thread waits for another one. */
  static void untilItWaits(Thread thread) throws InterruptedException {
    while (thread.getState() == Thread.State.RUNNABLE || thread.getState() == Thread.State.NEW) {
      Thread.sleep(1);
    }
  }

  @Override
  public void afterEach(ExtensionContext test) {
    threads.shutdownNow();
  }
}
