package dev.aludel.persistence;

import static java.util.Objects.requireNonNull;

import dev.aludel.domain.BlocksCutException;
import dev.aludel.domain.BlocksCutException.CutBlock;
import dev.aludel.domain.StorageClosedException;
import dev.aludel.domain.StorageException;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;

/**
 * The blocks of one storage that run now, and what {@link Storage#close} promises about them; for
 * adapters. Safe for use by several threads, which do not wait for each other to begin and end.
 */
public final class RunningBlocks {

  private final String storage;
  private final Clock clock;
  private final Set<RunningBlock> running = ConcurrentHashMap.newKeySet();
  private final AtomicLong begun = new AtomicLong();
  private final Lock beginning;
  private final Lock noneBegins;
  private volatile boolean closing;

  /**
   * No blocks so far.
   *
   * @param storage the database without password, for messages
   * @param clock tells when a block began
   */
  public RunningBlocks(String storage, Clock clock) {
    this.storage = requireNonNull(storage, "storage");
    this.clock = requireNonNull(clock, "clock");
    // Those that begin share it: none waits for another, which may have been put to sleep by then.
    ReadWriteLock lock = new ReentrantReadWriteLock();
    this.beginning = lock.readLock();
    this.noneBegins = lock.writeLock();
  }

  /**
   * A block of this thread begins; {@link #end} must follow. Called when all that it needs is
   * there: a block that waits for a connection has not begun.
   *
   * @param stop is called by the thread that closes, to stop what the block does at that moment
   * @throws StorageClosedException when closing has begun
   */
  public RunningBlock begin(Runnable stop) {
    return begin(Thread.currentThread(), stop);
  }

  /**
   * A block of a thread begins, which may be run by another one; {@link #end} must follow.
   *
   * @param owner whose block it is
   * @param stop as above
   * @throws StorageClosedException when closing has begun
   */
  public RunningBlock begin(Thread owner, Runnable stop) {
    beginning.lock();
    try {
      requireOpen(null);
      RunningBlock block =
          new RunningBlock(
              begun.incrementAndGet(), storage, owner.getName(), clock.instant(), stop);
      running.add(block);
      return block;
    } finally {
      beginning.unlock();
    }
  }

  /** The block has ended, and has given back what it used. */
  public void end(RunningBlock block) {
    running.remove(block);
    if (closing) {
      synchronized (this) {
        notifyAll();
      }
    }
  }

  /**
   * Looks whether blocks may begin.
   *
   * @param cause what went wrong because of closing; null if nothing did
   * @throws StorageClosedException when closing has begun
   */
  public void requireOpen(@Nullable StorageException cause) {
    if (closing) {
      throw new StorageClosedException(
          "The storage of %s is closed. Open another one.".formatted(storage), cause);
    }
  }

  /**
   * Lets no more blocks begin, waits for those that run, and cuts those that have not ended in
   * time. Does not wait in an interrupted thread, which stays interrupted.
   *
   * @return what is to be thrown when everything is closed; absent when no block was cut
   */
  public synchronized Optional<BlocksCutException> close(Duration limit) {
    letNoneBegin();
    Duration waited = awaitEnd(limit);
    List<CutBlock> cut =
        List.copyOf(running).stream()
            // Who ends at this moment is not cut.
            .filter(running::remove)
            .sorted(Comparator.comparingLong(RunningBlock::number))
            .map(block -> block.cut(waited))
            .toList();
    return cut.isEmpty()
        ? Optional.empty()
        : Optional.of(new BlocksCutException(storage, waited, cut));
  }

  private void letNoneBegin() {
    noneBegins.lock();
    try {
      closing = true;
    } finally {
      noneBegins.unlock();
    }
  }

  private Duration awaitEnd(Duration limit) {
    long start = System.nanoTime();
    long left = limit.toMillis();
    try {
      while (!running.isEmpty() && left > 0) {
        wait(left);
        left = limit.toMillis() - since(start).toMillis();
      }
      return limit;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return since(start);
    }
  }

  private static Duration since(long start) {
    return Duration.ofMillis(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
  }
}
