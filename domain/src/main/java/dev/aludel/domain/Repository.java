package dev.aludel.domain;

import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What every aggregate's port offers. Each call is atomic: alone it is a transaction of its own,
 * inside a block it is part of the block's. Ports are safe for use by several threads, except those
 * that a block's transaction gave out, which belong to that block and its thread.
 *
 * <p>Texts are kept as they are, in any script and of any length but for keys, and are found by
 * themselves alone: no character stands for others, and letters are the same only in the same case.
 * {@link ValueNotStorableException} says which texts every storage refuses.
 *
 * <p>Besides what stands at a method, each call may throw the other subclasses of {@link
 * StorageException}, whatever the operation. An {@link IllegalStateException} says that the call
 * was made in the wrong place: through the storage inside a block of the same thread, from another
 * thread than the block's, or as a write inside a read block.
 *
 * @param <E> the entity
 * @param <I> its id
 */
public interface Repository<E, I> {

  /** The entity with this id; absent when there is none. */
  Optional<E> find(I id);

  /**
   * The entity with this id, which must be there.
   *
   * @throws NotFoundException when there is none
   */
  E get(I id);

  /**
   * Removes the entity and what belongs to it alone. Removing what is not there is no error, so a
   * repeated delete is harmless.
   *
   * @return whether the entity was there
   */
  boolean delete(I id);

  /**
   * All entities, a page at a time, in the order of their creation time and then their id. An
   * entity whose sort key changes while somebody pages may be met again or missed; every other one
   * is met exactly once.
   *
   * @throws InvalidCursorException when the request's cursor was made by another query
   */
  Page<E> page(PageRequest request);

  /**
   * All entities in the order of {@link #page}, for {@code reader} to go through in bounded memory.
   * They are read in a transaction of their own, or in the block's: as a single call and in a read
   * block they are those of one snapshot; whether a write block meets what it writes while it
   * streams depends on the storage. The stream belongs to this thread and ends with this call;
   * inside {@code reader} the same rules hold as inside a block.
   *
   * @return what {@code reader} returns
   * @throws StorageClosedException when the stream is used after its transaction has ended
   */
  <T extends @Nullable Object> T stream(Function<Stream<E>, T> reader);

  /** How many entities there are now. */
  long count();
}
