package dev.aludel.persistence.jooq;

import dev.aludel.persistence.Capability;
import dev.aludel.persistence.jooq.statement.Access;
import java.util.Set;
import org.jooq.SQLDialect;

/** The open connections of one database, lent out for one transaction at a time. */
interface Connections extends AutoCloseable {

  SQLDialect dialect();

  Set<Capability> capabilities();

  /**
   * A connection that nobody else uses until it is given back.
   *
   * @throws dev.aludel.domain.StorageTimeoutException when none was free in time
   * @throws dev.aludel.domain.StorageUnavailableException when the database cannot be reached
   */
  TransactionConnection borrow(Access access);

  /** What is open now. */
  Usage usage();

  /** The database without password, for messages. */
  @Override
  String toString();

  @Override
  void close();
}
