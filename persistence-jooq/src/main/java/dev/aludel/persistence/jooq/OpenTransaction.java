package dev.aludel.persistence.jooq;

import static java.util.Objects.requireNonNull;

import dev.aludel.domain.StorageClosedException;
import dev.aludel.domain.StorageException;
import dev.aludel.domain.TransientStorageException;
import dev.aludel.domain.ValueNotStorableException;
import dev.aludel.persistence.RunningBlock;
import dev.aludel.persistence.Transaction;
import dev.aludel.persistence.TransactionBlock;
import dev.aludel.persistence.jooq.statement.Access;
import dev.aludel.persistence.jooq.statement.Calls;
import dev.aludel.persistence.jooq.statement.CompiledQuery;
import dev.aludel.persistence.jooq.statement.StatementExecutor;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The transaction of one block, for as long as the block runs. */
final class OpenTransaction extends PortRepositories implements Transaction, Calls {

  private final RunningBlock block;
  private final TransactionConnection connection;
  private final Access access;
  private final Thread owner = Thread.currentThread();
  private volatile boolean ended;
  private int depth;

  OpenTransaction(
      RunningBlock block, TransactionConnection connection, Access access, Ports ports) {
    super(ports);
    this.block = block;
    this.connection = connection;
    this.access = access;
  }

  @Override
  Calls calls() {
    return this;
  }

  @Override
  public <T> List<T> list(CompiledQuery<T> query, @Nullable Object... values) {
    requireUsable();
    return connection.executor().list(query, values);
  }

  @Override
  public <T extends @Nullable Object> T fetch(Function<StatementExecutor, T> query) {
    return read(query);
  }

  @Override
  public <T extends @Nullable Object> T read(Function<StatementExecutor, T> call) {
    requireUsable();
    return call.apply(connection.executor());
  }

  @Override
  public <T extends @Nullable Object> T readTogether(Function<Calls, T> several) {
    requireUsable();
    return several.apply(this);
  }

  @Override
  public <T extends @Nullable Object> T write(Function<StatementExecutor, T> call) {
    return change(call);
  }

  @Override
  public <T extends @Nullable Object> T change(Function<StatementExecutor, T> call) {
    requireUsable();
    if (!access.writes()) {
      throw new IllegalStateException(
          "A read block does not write. Open the block with write instead of read.");
    }
    try {
      return call.apply(connection.executor());
    } catch (ValueNotStorableException refused) {
      // An earlier statement of the call may have run already.
      connection.executor().refuse(refused);
      throw refused;
    }
  }

  @Override
  public <T extends @Nullable Object> T nested(TransactionBlock<T> part) {
    requireNonNull(part, "part");
    requireUsable();
    String name = "nested_" + ++depth;
    connection.savepoint(name);
    try {
      T result = part.run(this);
      requireSound();
      connection.releaseSavepoint(name);
      return result;
    } catch (RuntimeException | Error failure) {
      undo(name, failure);
      throw failure;
    } finally {
      depth--;
    }
  }

  /** Throws what the database refused, also when the block has caught it. */
  void requireSound() {
    refusal()
        .ifPresent(
            refusal -> {
              throw refusal;
            });
  }

  /** The first error that the database answered with and that is not undone. */
  Optional<StorageException> refusal() {
    return connection.executor().refusal();
  }

  /** Nothing can be done with this transaction any more. */
  void end() {
    ended = true;
  }

  // What is transient is so for the whole transaction: its snapshot or its connection is spoilt.
  private void undo(String savepoint, Throwable failure) {
    if (refusal().filter(TransientStorageException.class::isInstance).isPresent()) {
      return;
    }
    try {
      connection.rollbackToSavepoint(savepoint);
      connection.executor().forgetRefusal();
    } catch (StorageException impossible) {
      failure.addSuppressed(impossible);
      connection.executor().refuse(impossible);
    }
  }

  private void requireUsable() {
    if (Thread.currentThread() != owner) {
      throw new IllegalStateException(
          "This transaction belongs to the thread %s, which opened its block, and was used by %s. Open a block in each thread."
              .formatted(owner.getName(), Thread.currentThread().getName()));
    }
    if (ended) {
      throw new StorageClosedException(
          "The block of this transaction has ended. Use a transaction and its repositories inside"
              + " its block alone.",
          null);
    }
    block.requireNotCut();
    if (refusal().isPresent()) {
      throw new IllegalStateException(
          "This transaction can only be rolled back, because the database refused a statement"
              + " before. Let the error end the block, or put what may be refused into nested.",
          refusal().get());
    }
  }
}
