package dev.aludel.persistence;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An open database. Safe for use by several threads; close it when the application ends.
 *
 * <p>The repositories of the storage itself are for single calls, each its own transaction. Several
 * calls that belong together go into a block, and use the repositories of the block's transaction:
 *
 * <pre>{@code
 * storage.write(tx -> {
 *   tx.sessions().insert(session);
 *   return tx.messages().append(session.id(), greeting);
 * });
 * }</pre>
 *
 * <p>Opening a block or making a single call inside a block of the same thread and storage would
 * deadlock or see another state: it is refused with {@link IllegalStateException}. After {@link
 * #close} every block and every call throws {@link dev.aludel.domain.StorageClosedException},
 * {@link #health} says so, and {@link #capabilities} still answers. Every other failure is a {@link
 * dev.aludel.domain.StorageException}.
 */
public interface Storage extends Repositories, AutoCloseable {

  /**
   * Runs a block that sees one snapshot of the database, that of its first call, and cannot write:
   * calls that write are refused with {@link IllegalStateException}. Run again as a whole after a
   * transient failure.
   *
   * @return what {@code block} returns
   */
  <T extends @Nullable Object> T read(TransactionBlock<T> block);

  /**
   * Runs a block whose writes are stored all when it returns, and none when it throws; the error
   * then goes on to the caller as it is. After a transient failure the whole block is run again, as
   * the retry policy says, and the error is thrown only after the last try.
   *
   * @return what {@code block} returned in the run that was stored
   * @throws dev.aludel.domain.OutcomeUnknownException when the connection was lost after the commit
   *     was sent and before it was confirmed; never run again by itself
   */
  <T extends @Nullable Object> T write(TransactionBlock<T> block);

  /**
   * Asks the database for a sign of life now; not inside a block. Never throws for what it does.
   */
  Health health();

  /** What this storage can do beyond what every storage can. */
  Set<Capability> capabilities();

  /**
   * Lets no new block begin, waits for those that run, at most the configuration's close timeout,
   * cuts what still runs then, and gives back all connections. A block that waits for a connection
   * or for its next try has not begun: it fails with {@link
   * dev.aludel.domain.StorageClosedException}. So does a block that was cut, at its next call or
   * when it ends, and nothing of it is stored; only when it was cut in its commit, it may also
   * return, or fail with {@link dev.aludel.domain.OutcomeUnknownException}. An interrupted thread
   * does not wait. Closing again does nothing.
   *
   * @throws dev.aludel.domain.BlocksCutException when blocks were cut; everything is closed
   * @throws IllegalStateException inside a block of the same thread and storage, which would wait
   *     for itself; nothing is closed
   */
  @Override
  void close();
}
