package dev.aludel.persistence.testkit.inmemory;

import dev.aludel.domain.BlocksCutException;
import dev.aludel.domain.StorageTimeoutException;
import dev.aludel.domain.TransientStorageException;
import dev.aludel.persistence.RetryPolicy;
import dev.aludel.persistence.RunningBlock;
import dev.aludel.persistence.RunningBlocks;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Runs blocks in transactions: one at a time in each thread, again after transient failures. */
final class BlockRunner {

  private final Database database;
  private final RetryPolicy retryPolicy;
  private final RunningBlocks blocks;
  private final ThreadLocal<Boolean> insideBlock = ThreadLocal.withInitial(() -> false);
  private boolean closed;

  BlockRunner(Database database, RetryPolicy retryPolicy, RunningBlocks blocks) {
    this.database = database;
    this.retryPolicy = retryPolicy;
    this.blocks = blocks;
  }

  <T extends @Nullable Object> T run(Access access, Function<BlockTransaction, T> block) {
    if (insideBlock.get()) {
      throw new IllegalStateException(
          "This thread is inside a block of %s already. Use the block's own transaction, and nested for a part of it."
              .formatted(database));
    }
    insideBlock.set(true);
    try {
      return repeatedly(access, block);
    } finally {
      insideBlock.remove();
    }
  }

  /** Ends the work of all threads as {@code Storage.close} says. */
  void close(Duration limit) {
    if (insideBlock.get()) {
      throw new IllegalStateException(
          "This thread is inside a block of %s and cannot close it: closing would wait for the block, and the block for closing. Close the storage after its blocks."
              .formatted(database));
    }
    closeOnce(limit);
  }

  private synchronized void closeOnce(Duration limit) {
    if (closed) {
      return;
    }
    closed = true;
    Optional<BlocksCutException> cut = blocks.close(limit);
    database.clear();
    cut.ifPresent(
        told -> {
          throw told;
        });
  }

  private <T extends @Nullable Object> T repeatedly(
      Access access, Function<BlockTransaction, T> block) {
    long start = System.nanoTime();
    for (int run = 1; ; run++) {
      try {
        return access == Access.READ ? read(block) : write(block);
      } catch (TransientStorageException failure) {
        blocks.requireOpen(failure);
        pauseOrThrow(run, Duration.ofNanos(System.nanoTime() - start), failure);
      }
    }
  }

  private <T extends @Nullable Object> T read(Function<BlockTransaction, T> work) {
    RunningBlock block = blocks.begin(BlockRunner::nothingToStop);
    try {
      return inside(new BlockTransaction(database, block, Access.READ), work);
    } catch (RuntimeException failure) {
      throw block.told(failure);
    } finally {
      blocks.end(block);
    }
  }

  private <T extends @Nullable Object> T write(Function<BlockTransaction, T> work) {
    awaitTurnToWrite();
    @Nullable RunningBlock block = null;
    try {
      block = blocks.begin(BlockRunner::nothingToStop);
      return write(block, work);
    } finally {
      database.endTurnToWrite();
      if (block != null) {
        blocks.end(block);
      }
    }
  }

  private void awaitTurnToWrite() {
    blocks.requireOpen(null);
    try {
      database.awaitTurnToWrite();
    } catch (StorageTimeoutException waited) {
      blocks.requireOpen(waited);
      throw waited;
    }
  }

  private <T extends @Nullable Object> T write(
      RunningBlock block, Function<BlockTransaction, T> work) {
    try {
      BlockTransaction transaction = new BlockTransaction(database, block, Access.WRITE);
      T result = inside(transaction, work);
      block.commit(transaction::commit);
      return result;
    } catch (RuntimeException failure) {
      throw block.told(failure);
    }
  }

  // No call takes long here.
  private static void nothingToStop() {}

  private static <T extends @Nullable Object> T inside(
      BlockTransaction transaction, Function<BlockTransaction, T> block) {
    try {
      T result = block.apply(transaction);
      transaction.requireSound();
      return result;
    } finally {
      transaction.end();
    }
  }

  private void pauseOrThrow(
      int failedRuns, Duration sinceFirst, TransientStorageException failure) {
    if (!retryPolicy.allowsAnother(failedRuns, sinceFirst)) {
      throw failure;
    }
    try {
      Thread.sleep(retryPolicy.delayAfter(failedRuns, ThreadLocalRandom.current()).toMillis());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      failure.addSuppressed(interrupted);
      throw failure;
    }
  }
}
