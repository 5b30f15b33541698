package dev.aludel.domain;

import java.util.Collection;

/**
 * A repository whose entities come from the application whole and may be written again.
 *
 * @param <E> the entity
 * @param <I> its id
 */
public interface MutableRepository<E, I> extends Repository<E, I> {

  /**
   * Adds an entity.
   *
   * @throws ConflictException when its id is there already; the stored entity stays as it was
   */
  void insert(E entity);

  /**
   * Adds entities, all or none; an empty collection does nothing.
   *
   * @throws ConflictException when one of the ids is there already, or twice in the collection
   */
  void insertAll(Collection<? extends E> entities);

  /**
   * Replaces the entity that has the same id, in all its fields. The last writer wins.
   *
   * @throws NotFoundException when there is none
   */
  void update(E entity);

  /** Adds the entity, or replaces the one that has the same id. Repeating it changes nothing. */
  void upsert(E entity);
}
