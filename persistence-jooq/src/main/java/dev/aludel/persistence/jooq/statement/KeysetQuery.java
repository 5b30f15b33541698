package dev.aludel.persistence.jooq.statement;

import dev.aludel.domain.Keyset;
import dev.aludel.domain.Keyset.Position;
import dev.aludel.domain.Page;
import dev.aludel.domain.PageRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A paged list: one statement for the first page, one for those behind a position. Immutable. */
public final class KeysetQuery<T> {

  private final CompiledQuery<T> first;
  private final CompiledQuery<T> behind;

  CompiledStatement behindStatement() {
    return behind.statement();
  }

  KeysetQuery(CompiledQuery<T> first, CompiledQuery<T> behind) {
    this.first = first;
    this.behind = behind;
  }

  /**
   * One page. A cursor that does not fit is refused before a transaction is opened.
   *
   * @param arguments the values of the list's condition
   */
  public Page<T> page(Calls calls, Keyset<T> keyset, PageRequest request, Object... arguments) {
    Optional<Position> position = keyset.position(request);
    List<Object> values = new ArrayList<>(List.of(arguments));
    position.ifPresent(place -> values.addAll(place.keys()));
    // One more than asked for tells whether another page follows.
    values.add(request.limit() + 1L);
    CompiledQuery<T> query = position.isPresent() ? behind : first;
    return keyset.page(calls.read(run -> run.list(query, values.toArray())), request);
  }

  /**
   * What follows a place, in the list's order: for lists that several queries make up.
   *
   * @param keys of the place; none for the list's beginning
   * @param limit how many at most
   */
  public List<T> list(StatementExecutor run, List<Object> keys, long limit) {
    List<Object> values = new ArrayList<>(keys);
    values.add(limit);
    return run.list(keys.isEmpty() ? first : behind, values.toArray());
  }
}
