package dev.aludel.persistence.testkit.inmemory;

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
  public final void insert(E row) {
    insertAll(List.of(row));
  }

  @Override
  public final void insertAll(Collection<? extends E> rows) {
    List<E> given = List.copyOf(rows);
    calls()
        .write(
            tables -> {
              tables.insert(table(), given);
              return given;
            });
  }

  /** Adds a row unless its id is there already, and says whether it was added. */
  final boolean insertIfAbsent(E row) {
    return calls()
        .write(
            tables -> {
              table().requireStorable(row);
              boolean absent = tables.find(table(), table().idOf(row)).isEmpty();
              if (absent) {
                tables.insert(table(), List.of(row));
              }
              return absent;
            });
  }

  @Override
  public final void update(E row) {
    if (!calls().write(tables -> tables.replace(table(), row))) {
      throw notFound(table().idOf(row));
    }
  }

  @Override
  public final void upsert(E row) {
    calls()
        .write(
            tables -> {
              tables.put(table(), row);
              return row;
            });
  }
}
