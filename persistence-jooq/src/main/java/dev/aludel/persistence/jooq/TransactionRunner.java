package dev.aludel.persistence.jooq;

import static java.util.Objects.requireNonNull;

import dev.aludel.domain.BlocksCutException;
import dev.aludel.domain.StorageException;
import dev.aludel.domain.TransientStorageException;
import dev.aludel.persistence.RetryPolicy;
import dev.aludel.persistence.RunningBlock;
import dev.aludel.persistence.RunningBlocks;
import dev.aludel.persistence.jooq.statement.Access;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Runs work in transactions: one at a time in each thread, again after transient failures. */
final class TransactionRunner {

  private final Connections connections;
  private final Ports ports;
  private final RetryPolicy retryPolicy;
  private final RunningBlocks blocks;
  private final RerunTurn turn = new RerunTurn();
  private final ThreadLocal<Boolean> insideBlock = ThreadLocal.withInitial(() -> false);
  private boolean closed;

  TransactionRunner(
      Connections connections, Ports ports, RetryPolicy retryPolicy, RunningBlocks blocks) {
    this.connections = connections;
    this.ports = ports;
    this.retryPolicy = retryPolicy;
    this.blocks = blocks;
  }

  /** Runs a block, in this thread. */
  <T extends @Nullable Object> T run(Access access, Function<OpenTransaction, T> work) {
    return guarded(() -> inThisThread(access, work));
  }

  /** Runs a call that writes, in this thread or another, which is no matter to it. */
  <T extends @Nullable Object> T call(Access access, Function<OpenTransaction, T> work) {
    return guarded(() -> inAnyThread(access, work));
  }

  private <T extends @Nullable Object> T guarded(Supplier<T> once) {
    if (insideBlock.get()) {
      throw new IllegalStateException(
          "This thread is inside a block of %s already. Use the block's own transaction, and nested for a part of it."
              .formatted(connections));
    }
    insideBlock.set(true);
    try {
      return repeatedly(once);
    } finally {
      insideBlock.remove();
    }
  }

  /** Ends the work of all threads as {@code Storage.close} says, once. */
  void close(Duration limit) {
    if (insideBlock.get()) {
      throw new IllegalStateException(
          "This thread is inside a block of %s and cannot close it: closing would wait for the block, and the block for closing. Close the storage after its blocks."
              .formatted(connections));
    }
    closeOnce(limit);
  }

  // Who closes at the same time waits too: afterwards everything is closed for both.
  private synchronized void closeOnce(Duration limit) {
    if (closed) {
      return;
    }
    closed = true;
    turn.letEverybodyGo();
    Optional<BlocksCutException> cut = blocks.close(limit);
    closeConnections(cut);
    cut.ifPresent(
        told -> {
          throw told;
        });
  }

  // A pool that is closed by an interrupted thread does not wait until its connections are closed.
  private void closeConnections(Optional<BlocksCutException> cut) {
    boolean interrupted = Thread.interrupted();
    try {
      connections.close();
    } catch (StorageException failure) {
      cut.orElseThrow(() -> failure).addSuppressed(failure);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private <T extends @Nullable Object> T repeatedly(Supplier<T> once) {
    try (Repetition runs = new Repetition(retryPolicy, turn)) {
      while (true) {
        try {
          return once.get();
        } catch (TransientStorageException failure) {
          blocks.requireOpen(failure);
          runs.awaitNext(failure, connections.reason(failure));
          blocks.requireOpen(failure);
        }
      }
    }
  }

  private <T extends @Nullable Object> T inThisThread(
      Access access, Function<OpenTransaction, T> work) {
    return on(
        requireNonNull(borrow(() -> connections.borrow(access))),
        Thread.currentThread(),
        access,
        work);
  }

  private <T extends @Nullable Object> T inAnyThread(
      Access access, Function<OpenTransaction, T> work) {
    Thread owner = Thread.currentThread();
    Outcome<T> outcome = new Outcome<>();
    TransactionConnection connection =
        borrow(
            () ->
                connections.borrowUnlessDone(
                    access, lent -> outcome.of(() -> on(lent, owner, access, work))));
    return connection == null ? outcome.get() : on(connection, owner, access, work);
  }

  private <T extends @Nullable Object> T on(
      TransactionConnection connection,
      Thread owner,
      Access access,
      Function<OpenTransaction, T> work) {
    try {
      return inBlock(connection, owner, access, work);
    } finally {
      // After the block's end: what is done for others is none of it.
      connection.passOn();
    }
  }

  private <T extends @Nullable Object> T inBlock(
      TransactionConnection connection,
      Thread owner,
      Access access,
      Function<OpenTransaction, T> work) {
    @Nullable RunningBlock block = null;
    try {
      block = blocks.begin(owner, connection::stop);
      return inTransaction(block, connection, access, work);
    } finally {
      connection.giveBack();
      if (block != null) {
        blocks.end(block);
      }
    }
  }

  private @Nullable TransactionConnection borrow(
      Supplier<@Nullable TransactionConnection> borrowing) {
    blocks.requireOpen(null);
    try {
      return borrowing.get();
    } catch (StorageException failure) {
      // Closing took it away, or those who waited before it did not end.
      blocks.requireOpen(failure);
      throw failure;
    }
  }

  private <T extends @Nullable Object> T inTransaction(
      RunningBlock block,
      TransactionConnection connection,
      Access access,
      Function<OpenTransaction, T> work) {
    try {
      connection.begin();
      T result = inside(new OpenTransaction(block, connection, access, ports), work);
      block.commit(connection::commit);
      return result;
    } catch (RuntimeException failure) {
      connection.rollbackAfter(failure);
      throw block.told(failure);
    } catch (Error failure) {
      connection.rollbackAfter(failure);
      throw failure;
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
}
