package dev.aludel.persistence.jooq;

import dev.aludel.domain.TransientStorageException;
import dev.aludel.migrations.sql.DatabaseProduct;
import dev.aludel.persistence.Capability;
import dev.aludel.persistence.jooq.statement.Access;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The open connections of one database, lent out for one transaction at a time. */
interface Connections extends AutoCloseable {

  DatabaseProduct product();

  Set<Capability> capabilities();

  /**
   * A connection that nobody else uses until it is given back.
   *
   * @throws dev.aludel.domain.StorageTimeoutException when none was free in time
   * @throws dev.aludel.domain.StorageUnavailableException when the database cannot be reached
   */
  TransactionConnection borrow(Access access);

  /**
   * A connection to write with, unless another thread, which had it, has done the work in passing:
   * for work that does not mind who does it. Work that failed so is to be done again.
   *
   * @return null when the work is done
   * @throws dev.aludel.domain.StorageTimeoutException when none was free in time
   * @throws dev.aludel.domain.StorageUnavailableException when the database cannot be reached
   */
  default @Nullable TransactionConnection borrowUnlessDone(
      Access access, Consumer<TransactionConnection> work) {
    return borrow(access);
  }

  /** Why a transaction failed that may run again. */
  default Repetition.Reason reason(TransientStorageException failure) {
    return Repetition.Reason.ELSE;
  }

  /** What is open now. */
  Usage usage();

  /** The database without password, for messages. */
  @Override
  String toString();

  @Override
  void close();
}
