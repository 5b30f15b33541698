package dev.aludel.persistence.testkit.inmemory;

import dev.aludel.domain.Keyset;
import dev.aludel.domain.Keyset.Position;
import dev.aludel.domain.Page;
import dev.aludel.domain.PageRequest;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** Which way a keyset runs. */
enum Direction {
  ASCENDING,
  DESCENDING;

  /** The requested page out of all rows of the list, which come in no order. */
  <E> Page<E> page(Keyset<E> keyset, PageRequest request, Stream<E> rows) {
    Optional<Position> place = keyset.position(request);
    return keyset.page(
        rows.filter(row -> place.isEmpty() || isBehind(place.get(), keyset.positionOf(row)))
            .sorted(Comparator.comparing(keyset::positionOf, order()))
            .limit(request.limit() + 1L)
            .toList(),
        request);
  }

  private boolean isBehind(Position place, Position position) {
    return order().compare(position, place) > 0;
  }

  private Comparator<Position> order() {
    return this == ASCENDING ? Comparator.naturalOrder() : Comparator.reverseOrder();
  }
}
