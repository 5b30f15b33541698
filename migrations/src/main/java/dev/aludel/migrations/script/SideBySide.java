package dev.aludel.migrations.script;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Does the same with each of many things, on all processors where there are enough of them. What
 * comes out, the failure too, is what one thread would have made of them one after the other.
 *
 * @param <T> what comes out
 */
final class SideBySide<T> {
  // A thread begins in the time that some ten scripts take.
  private static final int FOR_A_THREAD = 100;

  private final List<FutureTask<List<T>>> parts = new ArrayList<>();

  private SideBySide() {}

  /** What {@code work} makes of each, in their order. */
  static <S, T> List<T> each(List<S> things, Function<? super S, ? extends T> work) {
    int threads =
        Math.min(Runtime.getRuntime().availableProcessors(), things.size() / FOR_A_THREAD);
    return each(things, work, Math.max(1, threads));
  }

  /** As {@link #each(List, Function)}, on so many threads; that of the caller is one of them. */
  static <S, T> List<T> each(List<S> things, Function<? super S, ? extends T> work, int threads) {
    if (threads == 1) {
      return made(things, work);
    }
    SideBySide<T> all = new SideBySide<>();
    for (int i = 0; i < threads; i++) {
      List<S> part = things.subList(share(things, i, threads), share(things, i + 1, threads));
      all.parts.add(new FutureTask<>(() -> made(part, work)));
    }
    all.parts.stream().skip(1).forEach(SideBySide::start);
    all.parts.get(0).run();
    return all.together();
  }

  private static int share(List<?> things, int parts, int threads) {
    return (int) ((long) things.size() * parts / threads);
  }

  private static <S, T> List<T> made(List<S> part, Function<? super S, ? extends T> work) {
    List<T> made = new ArrayList<>(part.size());
    for (S one : part) {
      made.add(work.apply(one));
    }
    return made;
  }

  private static void start(Runnable part) {
    Thread thread = new Thread(part, "aludel-reads");
    thread.setDaemon(true);
    thread.start();
  }

  private List<T> together() {
    List<T> all = new ArrayList<>();
    for (FutureTask<List<T>> part : parts) {
      all.addAll(outcome(part));
    }
    return all;
  }

  // The work ends soon, whoever is in a hurry.
  private static <T> List<T> outcome(FutureTask<List<T>> part) {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return part.get();
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
    if (cause instanceof RuntimeException failure) {
      return failure;
    }
    throw new IllegalStateException("the work throws nothing else", cause);
  }
}
