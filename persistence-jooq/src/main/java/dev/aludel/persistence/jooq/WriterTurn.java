package dev.aludel.persistence.jooq;

import static java.util.Objects.requireNonNull;

import dev.aludel.domain.StorageTimeoutException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The one turn to write, which threads get in the order in which they came. To wake the next thread
 * takes far longer than a short write; so whoever gives the turn back first does the work of those
 * who come next, as long as it is work that any thread may do.
 */
final class WriterTurn {

  private enum Stage {
    WAITING,
    IS_SERVED,
    DONE,
    HAS_TURN
  }

  private static final class Waiter {
    private final Thread thread = Thread.currentThread();
    private final @Nullable Runnable work;
    private volatile Stage stage = Stage.WAITING;

    Waiter(@Nullable Runnable work) {
      this.work = work;
    }

    void reach(Stage next) {
      stage = next;
      LockSupport.unpark(thread);
    }
  }

  private final String what;
  private final Duration patience;
  private final Duration service;
  private final Deque<Waiter> waiters = new ArrayDeque<>();
  private boolean isTaken;

  /**
   * @param what what is waited for, for the error: {@code the writer of sqlite:///a.db}
   * @param patience how long a thread waits
   * @param service after how long a thread begins no more work of others
   */
  WriterTurn(String what, Duration patience, Duration service) {
    this.what = what;
    this.patience = patience;
    this.service = service;
  }

  /**
   * Waits for the turn; an interrupted thread takes it if it is free, and does not wait.
   *
   * @throws StorageTimeoutException when others had it for too long, or at an interrupt
   */
  void take() {
    takeUnlessDone(null);
  }

  /**
   * Waits for the turn, or until another thread has done the work in passing. Work that throws is
   * not done, and this thread's to do.
   *
   * @return whether the work is done; if not, the turn is taken
   * @throws StorageTimeoutException when others had it for too long, or at an interrupt; the work
   *     is not done then
   */
  boolean takeUnlessDone(@Nullable Runnable work) {
    Waiter waiter = enter(work);
    return waiter != null && await(waiter);
  }

  /** How many turns are taken now. */
  synchronized int taken() {
    return isTaken ? 1 : 0;
  }

  void giveBack() {
    long end = System.nanoTime() + service.toNanos();
    Waiter next = next(end);
    while (next != null && serves(next)) {
      next = next(end);
    }
  }

  private synchronized @Nullable Waiter enter(@Nullable Runnable work) {
    if (!isTaken) {
      isTaken = true;
      return null;
    }
    Waiter waiter = new Waiter(work);
    waiters.add(waiter);
    return waiter;
  }

  /** Whoever is to be served next; null when the turn is given away or free. */
  private synchronized @Nullable Waiter next(long end) {
    Waiter next = waiters.poll();
    if (next == null) {
      isTaken = false;
    } else if (next.work == null || System.nanoTime() - end >= 0) {
      next.reach(Stage.HAS_TURN);
      return null;
    } else {
      next.stage = Stage.IS_SERVED;
    }
    return next;
  }

  private static boolean serves(Waiter waiter) {
    boolean isDone = isDone(requireNonNull(waiter.work));
    waiter.reach(isDone ? Stage.DONE : Stage.HAS_TURN);
    return isDone;
  }

  private static boolean isDone(Runnable work) {
    try {
      work.run();
      return true;
    } catch (RuntimeException | Error failure) {
      // The owner does the work himself, and so meets the failure if it is still there.
      return false;
    }
  }

  private boolean await(Waiter waiter) {
    long deadline = System.nanoTime() + patience.toNanos();
    boolean interrupted = false;
    while (waiter.stage == Stage.WAITING || waiter.stage == Stage.IS_SERVED) {
      long left = deadline - System.nanoTime();
      if ((left <= 0 || interrupted) && leave(waiter)) {
        throw interrupted
            ? FairTurns.interrupted(what, new InterruptedException())
            : FairTurns.timedOut(what, patience);
      }
      // What is done for it at last is waited for: it ends soon, and its outcome must be known.
      LockSupport.parkNanos(this, waiter.stage == Stage.WAITING ? left : Long.MAX_VALUE);
      interrupted |= Thread.interrupted();
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return waiter.stage == Stage.DONE;
  }

  private synchronized boolean leave(Waiter waiter) {
    return waiters.remove(waiter);
  }
}
