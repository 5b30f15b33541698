package dev.aludel.persistence.testkit;

import dev.aludel.persistence.Repositories;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * A kind of record that a port stores, with what is needed to try each of its components.
 *
 * @param table where it is stored
 * @param sample one with every component that the kind has; what it refers to is in a {@link World}
 * @param columns of those components that are called otherwise
 * @param store stores one alone
 * @param find what is stored in the place of one
 * @param remove removes one again
 */
record Stored<E extends Record>(
    String table,
    E sample,
    Map<String, String> columns,
    BiConsumer<Repositories, E> store,
    BiFunction<Repositories, E, Optional<E>> find,
    BiConsumer<Repositories, E> remove) {

  /** Stores the sample. */
  void into(Repositories storage) {
    store.accept(storage, sample);
  }

  /** All components that the sample has, in their order. */
  List<Component<E>> components() {
    return Stream.of(sample.getClass().getRecordComponents())
        .map(component -> new Component<>(this, component))
        .filter(component -> component.of() != null)
        .toList();
  }

  /** Those components that hold text, be it as an id or as JSON. */
  List<Component<E>> texts() {
    return components().stream().filter(Component::isText).toList();
  }

  @Override
  public String toString() {
    return table;
  }
}
