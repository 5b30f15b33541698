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

  // Few, because a row may hold a text of many megabytes. The rows of an open query are in memory
  // once, as the driver got them, and those of a page as entities too.
  private static final int STREAMED_ROWS = 100;
  private static final int FETCHED_ROWS = 200;

  private final CompiledQuery<T> first;
  private final CompiledQuery<T> behind;
  private final Streaming streaming;

  CompiledStatement behindStatement() {
    return behind.statement();
  }

  KeysetQuery(CompiledQuery<T> first, CompiledQuery<T> behind, Streaming streaming) {
    this.first = first;
    this.behind = behind;
    this.streaming = streaming;
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

  /** The whole list, in one transaction, so that memory holds a few rows alone. */
  public <R extends @Nullable Object> R stream(
      Calls calls, Keyset<T> keyset, Function<Stream<T>, R> reader, Object... arguments) {
    return calls.readTogether(
        inside ->
            switch (streaming) {
              case PAGES -> reader.apply(paged(inside, keyset, arguments));
              case OPEN_QUERY -> fetched(inside, reader, arguments);
            });
  }

  // Each row is a read of the transaction, which refuses it when it has ended.
  private Stream<T> paged(Calls calls, Keyset<T> keyset, Object... arguments) {
    return pages(calls, keyset, arguments)
        .flatMap(page -> page.items().stream())
        .map(row -> calls.read(run -> row));
  }

  private <R extends @Nullable Object> R fetched(
      Calls calls, Function<Stream<T>, R> reader, Object... arguments) {
    List<Object> values = new ArrayList<>(List.of(arguments));
    values.add(Long.MAX_VALUE);
    try (OpenQuery<T> rows = calls.read(run -> run.open(first, FETCHED_ROWS, values.toArray()))) {
      Function<Optional<T>, Optional<T>> next = row -> calls.read(run -> rows.next());
      return reader.apply(
          Stream.iterate(next.apply(Optional.empty()), Optional::isPresent, next::apply)
              .map(Optional::orElseThrow));
    }
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
