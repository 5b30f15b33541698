package dev.aludel.persistence.testkit.inmemory;

import dev.aludel.domain.TransientStorageException;
import dev.aludel.persistence.RetryPolicy;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Runs blocks in transactions: one at a time in each thread, again after transient failures. */
final class BlockRunner {

  private final Database database;
  private final RetryPolicy retryPolicy;
  private final ThreadLocal<Boolean> insideBlock = ThreadLocal.withInitial(() -> false);

  BlockRunner(Database database, RetryPolicy retryPolicy) {
    this.database = database;
    this.retryPolicy = retryPolicy;
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

  void close() {
    database.close();
  }

  private <T extends @Nullable Object> T repeatedly(
      Access access, Function<BlockTransaction, T> block) {
    for (int run = 1; ; run++) {
      try {
        return access == Access.READ ? read(block) : write(block);
      } catch (TransientStorageException failure) {
        pauseOrThrow(run, failure);
      }
    }
  }

  private <T extends @Nullable Object> T read(Function<BlockTransaction, T> block) {
    return inside(new BlockTransaction(database, Access.READ), block);
  }

  private <T extends @Nullable Object> T write(Function<BlockTransaction, T> block) {
    database.requireOpen();
    database.awaitTurnToWrite();
    try {
      BlockTransaction transaction = new BlockTransaction(database, Access.WRITE);
      T result = inside(transaction, block);
      transaction.commit();
      return result;
    } finally {
      database.endTurnToWrite();
    }
  }

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

  private void pauseOrThrow(int failedRuns, TransientStorageException failure) {
    if (failedRuns >= retryPolicy.tries()) {
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
