package dev.aludel.persistence.testkit;

import java.util.List;
import java.util.stream.Stream;

/** Every kind of record that a port stores. */
final class StoredKinds {

  static final List<Stored<?>> ALL =
      Stream.of(ConversationKinds.ALL, MemoryKinds.ALL, DocumentationKinds.ALL)
          .<Stored<?>>flatMap(List::stream)
          .toList();

  private StoredKinds() {}

  /** The kind, or the first of several, whose records are of this type. */
  static Stored<?> of(Class<?> type) {
    return ALL.stream()
        .filter(kind -> type.isInstance(kind.sample()))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "Nobody knows what is stored of the type %s. Add a kind, or an argument."
                        .formatted(type.getName())));
  }
}
