package dev.aludel.persistence.testkit.inmemory;

import dev.aludel.domain.ConflictException;
import dev.aludel.domain.ConstraintViolationException;
import dev.aludel.domain.ConstraintViolationException.Kind;
import dev.aludel.domain.StorageException;
import dev.aludel.persistence.testkit.inmemory.Table.Reference;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All tables as one transaction sees them: the committed rows, and its own changes on copies. What
 * breaks a rule of a table is refused, and spoils the transaction. Used by one thread.
 */
final class Tables {

  private Map<Table<?, ?>, Rows<?, ?>> rows;
  private final Set<Table<?, ?>> copied = new HashSet<>();
  private @Nullable StorageException refusal;

  Tables(Map<Table<?, ?>, Rows<?, ?>> committed) {
    this.rows = new HashMap<>(committed);
  }

  <E, I> Optional<E> find(Table<E, I> table, I id) {
    return rows(table).find(id);
  }

  /** Every row, in no order. */
  <E, I> Collection<E> all(Table<E, I> table) {
    return rows(table).all();
  }

  /** Adds rows, after the texts of all have been looked at. */
  <E, I> void insert(Table<E, I> table, Collection<? extends E> added) {
    added.forEach(table::requireStorable);
    for (E row : added) {
      if (rows(table).find(table.idOf(row)).isPresent()) {
        throw refused(new ConflictException(table.name(), table.idColumns(), null));
      }
      write(table, row);
    }
  }

  /** Replaces the row with the same id, and says whether there was one. */
  <E, I> boolean replace(Table<E, I> table, E row) {
    table.requireStorableBesidesId(row);
    boolean there = rows(table).find(table.idOf(row)).isPresent();
    if (there) {
      write(table, row);
    }
    return there;
  }

  /** Adds the row, or replaces the one with the same id. */
  <E, I> void put(Table<E, I> table, E row) {
    table.requireStorable(row);
    write(table, row);
  }

  /** Removes a row and those that go with it, and says whether it was there. */
  <E, I> boolean delete(Table<E, I> table, I id) {
    return remove(table, id);
  }

  /** The rows of all tables, to be committed, or to come back to with {@link #restore}. */
  Map<Table<?, ?>, Rows<?, ?>> version() {
    copied.clear();
    return Map.copyOf(rows);
  }

  /** Undoes all changes since that version, and the refusal among them. */
  void restore(Map<Table<?, ?>, Rows<?, ?>> version) {
    rows = new HashMap<>(version);
    copied.clear();
    refusal = null;
  }

  /** The first rule that was broken and is not undone. */
  Optional<StorageException> refusal() {
    return Optional.ofNullable(refusal);
  }

  /** Spoils the transaction by an error, unless it is spoilt already. */
  void refuse(StorageException error) {
    if (refusal == null) {
      refusal = error;
    }
  }

  private <E, I> void write(Table<E, I> table, E row) {
    for (Reference<E> reference : table.references()) {
      Object target = reference.target().apply(row);
      if (target != null && rows(reference.to()).find(target).isEmpty()) {
        throw refused(violated(table, reference));
      }
    }
    rows(table)
        .taken(row)
        .ifPresent(
            key -> {
              throw refused(new ConflictException(table.name(), key.columns(), null));
            });
    ownRows(table).put(row);
  }

  private boolean remove(Table<?, ?> table, Object id) {
    if (rows(table).find(id).isEmpty()) {
      return false;
    }
    for (Table<?, ?> other : Set.copyOf(rows.keySet())) {
      removeChildren(other, table, id);
    }
    return ownRows(table).remove(id);
  }

  private <E, I> void removeChildren(Table<E, I> children, Table<?, ?> parents, Object parent) {
    children
        .referencesTo(parents)
        .forEach(
            reference -> {
              for (E child : List.copyOf(rows(children).all())) {
                if (parent.equals(reference.target().apply(child))) {
                  removeChild(children, child, reference);
                }
              }
            });
  }

  private <E, I> void removeChild(Table<E, I> children, E child, Reference<E> reference) {
    switch (reference.onDelete()) {
      case CASCADE -> remove(children, children.idOf(child));
      case CLEAR -> ownRows(children).put(reference.cleared().apply(child));
      case REFUSE -> throw refused(violated(children, reference));
    }
  }

  private static ConstraintViolationException violated(Table<?, ?> table, Reference<?> reference) {
    return new ConstraintViolationException(
        Kind.FOREIGN_KEY, table.name(), List.of(reference.column()), null, null);
  }

  private StorageException refused(StorageException error) {
    refuse(error);
    return error;
  }

  // A table's rows are put under the table itself alone.
  @SuppressWarnings("unchecked")
  private <E, I> Rows<E, I> rows(Table<E, I> table) {
    return (Rows<E, I>) rows.computeIfAbsent(table, Rows::new);
  }

  private <E, I> Rows<E, I> ownRows(Table<E, I> table) {
    Rows<E, I> present = rows(table);
    if (!copied.add(table)) {
      return present;
    }
    Rows<E, I> copy = present.copy();
    rows.put(table, copy);
    return copy;
  }
}
