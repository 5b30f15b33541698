package dev.aludel.persistence.testkit.inmemory;

import static java.util.Objects.requireNonNull;

import dev.aludel.domain.Keyset;
import dev.aludel.domain.NotFoundException;
import dev.aludel.domain.Page;
import dev.aludel.domain.PageRequest;
import dev.aludel.domain.Repository;
import dev.aludel.persistence.StorableText;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a repository does with the table of its entities, whatever they are. */
abstract class TableRepository<E, I> implements Repository<E, I> {

  private final Table<E, I> table;
  private final String entity;
  private final Keyset<E> byCreation;
  private final Calls calls;

  /**
   * @param entity what an entity is called in messages: {@code session}
   * @param byCreation the order of {@link #page}, ascending
   */
  TableRepository(Table<E, I> table, String entity, Keyset<E> byCreation, Calls calls) {
    this.table = table;
    this.entity = entity;
    this.byCreation = byCreation;
    this.calls = calls;
  }

  final Table<E, I> table() {
    return table;
  }

  final Calls calls() {
    return calls;
  }

  final NotFoundException notFound(I id) {
    return new NotFoundException(entity, id.toString());
  }

  @Override
  public Optional<E> find(I id) {
    requireNonNull(id, "id");
    return calls.read(tables -> find(tables, id));
  }

  @Override
  public final E get(I id) {
    requireNonNull(id, "id");
    return find(id).orElseThrow(() -> notFound(id));
  }

  @Override
  public boolean delete(I id) {
    requireNonNull(id, "id");
    return calls.write(tables -> tables.delete(table, asked(id)));
  }

  final Optional<E> find(Tables tables, I id) {
    return tables.find(table, asked(id));
  }

  private I asked(I id) {
    StorableText.require(table.name() + "." + table.idColumns().get(0), id.toString());
    return id;
  }

  @Override
  public final Page<E> page(PageRequest request) {
    requireNonNull(request, "request");
    return page(byCreation, Direction.ASCENDING, request, rows -> rows);
  }

  @Override
  public final long count() {
    return calls.read(tables -> (long) tables.all(table).size());
  }

  @Override
  public final <T extends @Nullable Object> T stream(Function<Stream<E>, T> reader) {
    requireNonNull(reader, "reader");
    return stream(byCreation, reader, rows -> rows);
  }

  /** The rows of a list, out of all rows. */
  interface Selection<E> {
    Stream<E> of(Stream<E> rows);
  }

  final Page<E> page(
      Keyset<E> keyset, Direction direction, PageRequest request, Selection<E> selection) {
    return calls.read(
        tables -> direction.page(keyset, request, selection.of(tables.all(table).stream())));
  }

  final <T extends @Nullable Object> T stream(
      Keyset<E> keyset, Function<Stream<E>, T> reader, Selection<E> selection) {
    return calls.readTogether(
        inside -> {
          List<E> rows =
              inside.read(
                  tables ->
                      selection
                          .of(tables.all(table).stream())
                          .sorted(Comparator.comparing(keyset::positionOf))
                          .toList());
          // Each row is a read of the transaction, which refuses it when it has ended.
          return reader.apply(rows.stream().map(row -> inside.read(tables -> row)));
        });
  }
}
