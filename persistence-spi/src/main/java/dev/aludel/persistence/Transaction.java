package dev.aludel.persistence;

import org.jspecify.annotations.Nullable;

/**
 * What a block works with: repositories whose calls all belong to the block's transaction. It and
 * its repositories belong to the block's thread and end with the block: afterwards they throw
 * {@link dev.aludel.domain.StorageClosedException}, and from another thread {@link
 * IllegalStateException}.
 *
 * <p>After the database has refused a statement, or a call that writes has met a value that cannot
 * be stored, the transaction can only be rolled back, on every database: further calls are refused
 * with {@link IllegalStateException}, and the block ends with the first error even when the block
 * caught it. What may be refused without ending the block goes into {@link #nested}. That something
 * is not found is no refusal.
 */
public interface Transaction extends Repositories {

  /**
   * Runs a part of the block that can fail alone: when {@code part} throws, what it wrote is rolled
   * back, what the block wrote before stays, and the error goes on to the caller, who may catch it.
   * A transient failure still ends the whole block, which is then run again. May be nested further.
   *
   * @return what {@code part} returns
   */
  <T extends @Nullable Object> T nested(TransactionBlock<T> part);
}
