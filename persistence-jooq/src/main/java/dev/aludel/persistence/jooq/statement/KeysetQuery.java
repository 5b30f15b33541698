package dev.aludel.persistence.jooq.statement;

import dev.aludel.domain.Keyset;
import dev.aludel.domain.Keyset.Position;
import dev.aludel.domain.Page;
import dev.aludel.domain.PageRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A paged list: one statement for the first page, one for those behind a position. Immutable. */
public final class KeysetQuery<T> {

  // Few, because a row may hold a text of many megabytes.
  private static final int STREAMED_ROWS = 100;

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
    return keyset.page(calls.list(query(position), values(position, request, arguments)), request);
  }

  /** One page, as part of a call that does more. */
  public Page<T> page(
      StatementExecutor run, Keyset<T> keyset, PageRequest request, Object... arguments) {
    Optional<Position> position = keyset.position(request);
    return keyset.page(run.list(query(position), values(position, request, arguments)), request);
  }

  private CompiledQuery<T> query(Optional<Position> position) {
    return position.isPresent() ? behind : first;
  }

  private static Object[] values(
      Optional<Position> position, PageRequest request, Object... arguments) {
    List<Object> values = new ArrayList<>(List.of(arguments));
    position.ifPresent(place -> values.addAll(place.keys()));
    // One more than asked for tells whether another page follows.
    values.add(request.limit() + 1L);
    return values.toArray();
  }

  /** The whole list, page by page in one transaction, so that memory holds one page alone. */
  public <R extends @Nullable Object> R stream(
      Calls calls, Keyset<T> keyset, Function<Stream<T>, R> reader, Object... arguments) {
    return calls.readTogether(
        inside ->
            reader.apply(
                pages(inside, keyset, arguments)
                    .flatMap(page -> page.items().stream())
                    // Each row is a read of the transaction, which refuses it when it has ended.
                    .map(row -> inside.read(run -> row))));
  }

  private Stream<Page<T>> pages(Calls calls, Keyset<T> keyset, Object... arguments) {
    Page<T> first = page(calls, keyset, PageRequest.first(STREAMED_ROWS), arguments);
    return Stream.iterate(
            Optional.of(first),
            Optional::isPresent,
            page ->
                page.flatMap(Page::next)
                    .map(place -> PageRequest.after(place, STREAMED_ROWS))
                    .map(request -> page(calls, keyset, request, arguments)))
        .map(Optional::orElseThrow);
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
