package dev.aludel.persistence.jooq;

import static java.util.Objects.requireNonNull;

import dev.aludel.domain.StorageTimeoutException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The one turn to write, which waiting threads get in the order in which they came. To wake a
 * thread takes far longer than a short write, so writes seldom wait for that: whoever gives the
 * turn back first does the work of those who come next, as long as it is work that any thread may
 * do; and whoever comes while the next one wakes up may write. If that one, awake, finds the turn
 * taken, it sleeps again and is handed the turn when it is given back: then all wait until it is
 * awake, so that nobody is passed over for ever.
 */
final class WriterTurn {

  private enum Stage {
    WAITING,
    /** It is the first, was woken, and has not answered. */
    CALLED,
    /** It has answered, found the turn taken, and parks again until it is handed the turn. */
    AWAKE,
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

  void giveBack() {
    long end = System.nanoTime() + service.toNanos();
    Waiter served = nextServed(end);
    while (served != null) {
      if (!isDone(requireNonNull(served.work))) {
        served.reach(Stage.HAS_TURN);
        return;
      }
      served.reach(Stage.DONE);
      served = nextServed(end);
    }
    passOn();
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

  private synchronized @Nullable Waiter nextServed(long end) {
    Waiter next = waiters.peek();
    if (next == null || next.work == null || System.nanoTime() - end >= 0) {
      return null;
    }
    waiters.remove();
    next.stage = Stage.IS_SERVED;
    return next;
  }

  // Outside of the lock, which a thread that wakes up would have to wait for.
  private void passOn() {
    Waiter woken = passedOn();
    if (woken != null) {
      LockSupport.unpark(woken.thread);
    }
  }

  private synchronized @Nullable Waiter passedOn() {
    Waiter next = waiters.peek();
    isTaken = next != null && next.stage == Stage.AWAKE;
    if (next == null || next.stage == Stage.CALLED) {
      return null;
    }
    if (isTaken) {
      waiters.remove();
    }
    next.stage = isTaken ? Stage.HAS_TURN : Stage.CALLED;
    return next;
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
    while (answered(waiter) != Stage.DONE && waiter.stage != Stage.HAS_TURN) {
      long left = deadline - System.nanoTime();
      if ((left <= 0 || interrupted) && leaves(waiter)) {
        throw interrupted
            ? FairTurns.interrupted(what, new InterruptedException())
            : FairTurns.timedOut(what, patience);
      }
      // What is done for it at last is waited for: it ends soon, and its outcome must be known.
      LockSupport.parkNanos(this, waiter.stage == Stage.IS_SERVED ? Long.MAX_VALUE : left);
      interrupted |= Thread.interrupted();
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return waiter.stage == Stage.DONE;
  }

  /** The waiter's stage, after it has heard its call if there was one. */
  private synchronized Stage answered(Waiter waiter) {
    if (waiter.stage == Stage.CALLED && isTaken) {
      waiter.stage = Stage.AWAKE;
    } else if (waiter.stage == Stage.CALLED) {
      waiters.remove();
      isTaken = true;
      waiter.stage = Stage.HAS_TURN;
    }
    return waiter.stage;
  }

  // Who is called stays and answers: nobody else is called meanwhile, and the turn would be lost.
  private synchronized boolean leaves(Waiter waiter) {
    return waiter.stage != Stage.CALLED && waiters.remove(waiter);
  }
}
