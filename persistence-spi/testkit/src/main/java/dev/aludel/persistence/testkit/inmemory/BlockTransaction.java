package dev.aludel.persistence.testkit.inmemory;

import static java.util.Objects.requireNonNull;

import dev.aludel.domain.StorageClosedException;
import dev.aludel.domain.ValueNotStorableException;
import dev.aludel.persistence.RunningBlock;
import dev.aludel.persistence.Transaction;
import dev.aludel.persistence.TransactionBlock;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The transaction of one block, for as long as the block runs. */
final class BlockTransaction extends InMemoryRepositories implements Transaction, Calls {

  private final Database database;
  private final RunningBlock block;
  private final Access access;
  private final Tables tables;
  private final Thread owner = Thread.currentThread();
  private volatile boolean ended;

  BlockTransaction(Database database, RunningBlock block, Access access) {
    this.block = block;
    this.database = database;
    this.access = access;
    this.tables = new Tables(database.snapshot());
  }

  @Override
  Calls calls() {
    return this;
  }

  @Override
  public <T extends @Nullable Object> T read(Function<Tables, T> call) {
    requireUsable();
    return call.apply(tables);
  }

  @Override
  public <T extends @Nullable Object> T readTogether(Function<Calls, T> several) {
    requireUsable();
    return several.apply(this);
  }

  @Override
  public <T extends @Nullable Object> T write(Function<Tables, T> call) {
    requireUsable();
    if (access == Access.READ) {
      throw new IllegalStateException(
          "A read block does not write. Open the block with write instead of read.");
    }
    try {
      return call.apply(tables);
    } catch (ValueNotStorableException refused) {
      // The call may have written something already.
      tables.refuse(refused);
      throw refused;
    }
  }

  @Override
  public <T extends @Nullable Object> T nested(TransactionBlock<T> part) {
    requireNonNull(part, "part");
    requireUsable();
    Map<Table<?, ?>, Rows<?, ?>> before = tables.version();
    try {
      T result = part.run(this);
      requireSound();
      return result;
    } catch (RuntimeException | Error failure) {
      tables.restore(before);
      throw failure;
    }
  }

  /** Throws what was refused, also when the block has caught it. */
  void requireSound() {
    tables
        .refusal()
        .ifPresent(
            refusal -> {
              throw refusal;
            });
  }

  void commit() {
    database.commit(tables.version());
  }

  /** Nothing can be done with this transaction any more. */
  void end() {
    ended = true;
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
    if (tables.refusal().isPresent()) {
      throw new IllegalStateException(
          "This transaction can only be rolled back, because the database refused a statement"
              + " before. Let the error end the block, or put what may be refused into nested.",
          tables.refusal().get());
    }
  }
}
