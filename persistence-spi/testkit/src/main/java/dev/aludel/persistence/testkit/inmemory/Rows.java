package dev.aludel.persistence.testkit.inmemory;

import dev.aludel.persistence.testkit.inmemory.Table.UniqueKey;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rows of a table in one version of it. Who changes them has a copy of his own. */
final class Rows<E, I> {

  private final Table<E, I> table;
  private final Map<I, E> byId;
  private final Map<List<Object>, I> byUniqueKey;

  Rows(Table<E, I> table) {
    this(table, new HashMap<>(), new HashMap<>());
  }

  private Rows(Table<E, I> table, Map<I, E> byId, Map<List<Object>, I> byUniqueKey) {
    this.table = table;
    this.byId = byId;
    this.byUniqueKey = byUniqueKey;
  }

  Rows<E, I> copy() {
    return new Rows<>(table, new HashMap<>(byId), new HashMap<>(byUniqueKey));
  }

  Optional<E> find(Object id) {
    return Optional.ofNullable(byId.get(id));
  }

  Collection<E> all() {
    return Collections.unmodifiableCollection(byId.values());
  }

  /** The unique key that another row has already. */
  Optional<UniqueKey<E>> taken(E row) {
    I id = table.idOf(row);
    return table.uniqueKeys().stream()
        .filter(
            key ->
                value(key, row)
                    .map(byUniqueKey::get)
                    .filter(holder -> !holder.equals(id))
                    .isPresent())
        .findFirst();
  }

  /** Adds the row, or replaces the one with its id. */
  void put(E row) {
    I id = table.idOf(row);
    remove(id);
    byId.put(id, row);
    for (UniqueKey<E> key : table.uniqueKeys()) {
      value(key, row).ifPresent(value -> byUniqueKey.put(value, id));
    }
  }

  boolean remove(Object id) {
    E removed = byId.remove(id);
    if (removed == null) {
      return false;
    }
    for (UniqueKey<E> key : table.uniqueKeys()) {
      value(key, removed).ifPresent(byUniqueKey::remove);
    }
    return true;
  }

  private static <E> Optional<List<Object>> value(UniqueKey<E> key, E row) {
    return Optional.ofNullable(key.value().apply(row)).map(value -> List.of(key.columns(), value));
  }
}
