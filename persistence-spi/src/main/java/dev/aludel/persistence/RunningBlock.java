package dev.aludel.persistence;

import dev.aludel.domain.BlocksCutException.CutBlock;
import dev.aludel.domain.BlocksCutException.Stage;
import dev.aludel.domain.OutcomeUnknownException;
import dev.aludel.domain.StorageClosedException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One run of a block. Its thread uses it; a thread that closes the storage may cut it. Made by
 * {@link RunningBlocks}, for adapters.
 */
public final class RunningBlock {

  private final long number;
  private final String storage;
  private final Instant since;
  private final Runnable stop;
  private final String thread;
  private Stage stage = Stage.RUNNING;
  private @Nullable Duration cutAfter;

  RunningBlock(long number, String storage, String thread, Instant since, Runnable stop) {
    this.number = number;
    this.storage = storage;
    this.thread = thread;
    this.since = since;
    this.stop = stop;
  }

  /** Greater than the numbers of those that began before. */
  long number() {
    return number;
  }

  /**
   * Looks whether the block may go on; to be asked before everything that it does.
   *
   * @throws StorageClosedException when it was cut
   */
  public synchronized void requireNotCut() {
    if (cutAfter != null) {
      throw cut(cutAfter, null);
    }
  }

  /**
   * Commits, unless closing was faster. A commit that has begun is not stopped.
   *
   * @throws StorageClosedException when the block was cut
   */
  public void commit(Runnable commit) {
    beginCommit();
    commit.run();
  }

  /** What the caller of the block hears when it failed so: of a cut block, that it was cut. */
  public synchronized RuntimeException told(RuntimeException failure) {
    boolean isTold =
        failure instanceof StorageClosedException || failure instanceof OutcomeUnknownException;
    return cutAfter == null || isTold ? failure : cut(cutAfter, failure);
  }

  private synchronized void beginCommit() {
    requireNotCut();
    stage = Stage.COMMITTING;
  }

  /** Lets the block do nothing more, and stops what it does now. */
  synchronized CutBlock cut(Duration waited) {
    cutAfter = waited;
    if (stage == Stage.RUNNING) {
      stop.run();
    }
    return new CutBlock(thread, since, stage);
  }

  private StorageClosedException cut(Duration waited, @Nullable Throwable cause) {
    return new StorageClosedException(
        "The storage of %s was closed while this block ran, since %s: closing waited %s and then cut it, and nothing of it is stored. Let blocks end before closing, or raise the close timeout."
            .formatted(storage, since, waited),
        cause);
  }
}
