package dev.aludel.persistence;

import static java.util.Objects.requireNonNull;

import dev.aludel.domain.BlocksCutException;
import dev.aludel.domain.BlocksCutException.CutBlock;
import dev.aludel.domain.StorageClosedException;
import dev.aludel.domain.StorageException;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The blocks of one storage that run now, and what {@link Storage#close} promises about them; for
 * adapters. Safe for use by several threads.
 */
public final class RunningBlocks {

  private final String storage;
  private final Clock clock;
  private final Set<RunningBlock> running = new LinkedHashSet<>();
  private boolean closing;

  /**
   * No blocks so far.
   *
   * @param storage the database without password, for messages
   * @param clock tells when a block began
   */
  public RunningBlocks(String storage, Clock clock) {
    this.storage = requireNonNull(storage, "storage");
    this.clock = requireNonNull(clock, "clock");
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
  public synchronized RunningBlock begin(Thread owner, Runnable stop) {
    requireOpen(null);
    RunningBlock block = new RunningBlock(storage, owner.getName(), clock.instant(), stop);
    running.add(block);
    return block;
  }

  /** The block has ended, and has given back what it used. */
  public synchronized void end(RunningBlock block) {
    running.remove(block);
    notifyAll();
  }

  /**
   * Looks whether blocks may begin.
   *
   * @param cause what went wrong because of closing; null if nothing did
   * @throws StorageClosedException when closing has begun
   */
  public synchronized void requireOpen(@Nullable StorageException cause) {
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
    closing = true;
    Duration waited = awaitEnd(limit);
    if (running.isEmpty()) {
      return Optional.empty();
    }
    List<CutBlock> cut = running.stream().map(block -> block.cut(waited)).toList();
    return Optional.of(new BlocksCutException(storage, waited, cut));
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
