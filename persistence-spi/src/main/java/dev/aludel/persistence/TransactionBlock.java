package dev.aludel.persistence;

import org.jspecify.annotations.Nullable;

/**
 * What runs in one transaction. A write block may run several times, so it does nothing outside the
 * storage that must not be repeated.
 */
@FunctionalInterface
public interface TransactionBlock<T extends @Nullable Object> {

  /** Works with the transaction, which ends when this method returns or throws. */
  T run(Transaction transaction);
}
