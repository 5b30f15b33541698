package dev.aludel.persistence.jooq;

import dev.aludel.domain.StorageClosedException;
import dev.aludel.domain.StorageException;
import dev.aludel.domain.StorageUnavailableException;
import dev.aludel.domain.TransientStorageException;
import dev.aludel.persistence.RetryPolicy;
import dev.aludel.persistence.jooq.statement.Access;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Runs work in transactions: one at a time in each thread, again after transient failures. */
final class TransactionRunner {

  private final Connections connections;
  private final Ports ports;
  private final RetryPolicy retryPolicy;
  private final ThreadLocal<Boolean> insideBlock = ThreadLocal.withInitial(() -> false);
  private volatile boolean closed;

  TransactionRunner(Connections connections, Ports ports, RetryPolicy retryPolicy) {
    this.connections = connections;
    this.ports = ports;
    this.retryPolicy = retryPolicy;
  }

  <T extends @Nullable Object> T run(Access access, Function<OpenTransaction, T> work) {
    if (insideBlock.get()) {
      throw new IllegalStateException(
          "This thread is inside a block of %s already. Use the block's own transaction, and nested for a part of it."
              .formatted(connections));
    }
    insideBlock.set(true);
    try {
      return repeatedly(access, work);
    } finally {
      insideBlock.remove();
    }
  }

  void close() {
    closed = true;
    connections.close();
  }

  private <T extends @Nullable Object> T repeatedly(
      Access access, Function<OpenTransaction, T> work) {
    for (int run = 1; ; run++) {
      requireOpen(null);
      try {
        return once(access, work);
      } catch (TransientStorageException | StorageUnavailableException failure) {
        // A connection that close() took away looks lost; every other error is what it is.
        requireOpen(failure);
        pauseOrThrow(run, failure);
      }
    }
  }

  private <T extends @Nullable Object> T once(Access access, Function<OpenTransaction, T> work) {
    try (TransactionConnection connection = connections.borrow(access)) {
      try {
        connection.begin();
        T result = inside(new OpenTransaction(connection, access, ports), work);
        connection.commit();
        return result;
      } catch (RuntimeException | Error failure) {
        connection.rollbackAfter(failure);
        throw failure;
      }
    }
  }

  private static <T extends @Nullable Object> T inside(
      OpenTransaction transaction, Function<OpenTransaction, T> work) {
    try {
      T result = work.apply(transaction);
      transaction.requireSound();
      return result;
    } catch (RuntimeException failure) {
      throw asRefused(transaction, failure);
    } finally {
      transaction.end();
    }
  }

  // A transient refusal is repeated even when the block has wrapped it into an error of its own.
  private static RuntimeException asRefused(OpenTransaction transaction, RuntimeException failure) {
    StorageException refusal = transaction.refusal().orElse(null);
    if (refusal instanceof TransientStorageException && refusal != failure) {
      refusal.addSuppressed(failure);
      return refusal;
    }
    return failure;
  }

  private void requireOpen(@Nullable StorageException failure) {
    if (closed) {
      throw new StorageClosedException(
          "The storage of %s is closed. Open another one.".formatted(connections), failure);
    }
  }

  private void pauseOrThrow(int failedRuns, StorageException failure) {
    if (!(failure instanceof TransientStorageException) || failedRuns >= retryPolicy.tries()) {
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
