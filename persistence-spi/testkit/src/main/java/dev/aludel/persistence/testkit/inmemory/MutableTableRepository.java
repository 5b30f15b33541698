package dev.aludel.persistence.testkit.inmemory;

import static java.util.Objects.requireNonNull;

import dev.aludel.domain.Keyset;
import dev.aludel.domain.MutableRepository;
import java.util.Collection;
import java.util.List;

/** A table's repository whose entities come from the application whole. */
abstract class MutableTableRepository<E, I> extends TableRepository<E, I>
    implements MutableRepository<E, I> {

  MutableTableRepository(Table<E, I> table, String entity, Keyset<E> byCreation, Calls calls) {
    super(table, entity, byCreation, calls);
  }

  @Override
  public final void insert(E entity) {
    requireNonNull(entity, "entity");
    insertAll(List.of(entity));
  }

  @Override
  public final void insertAll(Collection<? extends E> entities) {
    requireNonNull(entities, "entities");
    List<E> given = List.copyOf(entities);
    calls()
        .write(
            tables -> {
              tables.insert(table(), given);
              return given;
            });
  }

  /** Adds a row unless its id is there already, and says whether it was added. */
  final boolean insertIfAbsent(E entity) {
    return calls()
        .write(
            tables -> {
              table().requireStorable(entity);
              boolean absent = tables.find(table(), table().idOf(entity)).isEmpty();
              if (absent) {
                tables.insert(table(), List.of(entity));
              }
              return absent;
            });
  }

  @Override
  public final void update(E entity) {
    requireNonNull(entity, "entity");
    if (!calls().write(tables -> tables.replace(table(), entity))) {
      throw notFound(table().idOf(entity));
    }
  }

  @Override
  public final void upsert(E entity) {
    requireNonNull(entity, "entity");
    calls()
        .write(
            tables -> {
              tables.put(table(), entity);
              return entity;
            });
  }
}
