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
 * #close} everything but {@code close} and {@code health} throws {@link
 * dev.aludel.domain.StorageClosedException}. Every other failure is a {@link
 * dev.aludel.domain.StorageException}.
 */
public interface Storage extends Repositories, AutoCloseable {

  /**
   * Runs a block that sees one snapshot of the database and cannot write: calls that write are
   * refused with {@link IllegalStateException}. Run again as a whole after a transient failure.
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
   *     was sent and before an answer came; never run again by itself
   */
  <T extends @Nullable Object> T write(TransactionBlock<T> block);

  /**
   * Asks the database for a sign of life now; not inside a block. Never throws for what it does.
   */
  Health health();

  /** What this storage can do beyond what every storage can. */
  Set<Capability> capabilities();

  /**
   * Gives back all connections. Blocks that still run fail with {@link
   * dev.aludel.domain.StorageClosedException}, and nothing of theirs is stored. Closing again does
   * nothing.
   */
  @Override
  void close();
}
