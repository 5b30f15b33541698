package dev.aludel.domain;

import java.util.Optional;

/**
 * What every aggregate's port offers. Each call is atomic: alone it is a transaction of its own,
 * inside a block it is part of the block's. Ports are safe for use by several threads, except those
 * that a block's transaction gave out, which belong to that block and its thread.
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

  /** How many entities there are now. */
  long count();
}
