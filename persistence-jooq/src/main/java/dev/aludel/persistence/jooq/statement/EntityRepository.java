package dev.aludel.persistence.jooq.statement;

import static java.util.Objects.requireNonNull;

import dev.aludel.domain.Keyset;
import dev.aludel.domain.MutableRepository;
import dev.aludel.domain.NotFoundException;
import dev.aludel.domain.Page;
import dev.aludel.domain.PageRequest;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What every repository does whose entities are the rows of one table. */
public abstract class EntityRepository<E, I> implements MutableRepository<E, I> {

  private final EntityStatements<E> statements;
  private final Keyset<E> keyset;
  private final String name;
  private final Calls calls;

  /**
   * @param keyset of all entities
   * @param name what an entity is called in messages: {@code session}
   */
  protected EntityRepository(
      EntityStatements<E> statements, Keyset<E> keyset, String name, Calls calls) {
    this.statements = statements;
    this.keyset = keyset;
    this.name = name;
    this.calls = calls;
  }

  /** The value of an entity's key. */
  protected abstract Object key(I id);

  protected abstract I id(E entity);

  /** The entity's values in the order of its columns, the key last. */
  protected abstract @Nullable Object[] values(E entity);

  protected final Calls calls() {
    return calls;
  }

  @Override
  public final void insert(E entity) {
    requireNonNull(entity, "entity");
    @Nullable Object[] values = values(entity);
    calls.change(statements.insert, values);
  }

  @Override
  public final void insertAll(Collection<? extends E> entities) {
    requireNonNull(entities, "entities");
    List<@Nullable Object[]> rows = entities.stream().map(this::values).toList();
    if (!rows.isEmpty()) {
      calls.changeEach(statements.insert, rows);
    }
  }

  /** Adds an entity unless its id is there already, and says whether it was added. */
  protected final boolean insertIfAbsent(E entity) {
    @Nullable Object[] values = values(entity);
    return calls.change(statements.insertIfAbsent, values) > 0;
  }

  @Override
  public final void update(E entity) {
    requireNonNull(entity, "entity");
    @Nullable Object[] values = values(entity);
    if (calls.change(statements.update, values) == 0) {
      throw notFound(id(entity));
    }
  }

  @Override
  public final void upsert(E entity) {
    requireNonNull(entity, "entity");
    @Nullable Object[] values = values(entity);
    calls.change(statements.upsert, values);
  }

  @Override
  public final Optional<E> find(I id) {
    requireNonNull(id, "id");
    return calls.first(statements.find, key(id));
  }

  @Override
  public final E get(I id) {
    requireNonNull(id, "id");
    return find(id).orElseThrow(() -> notFound(id));
  }

  @Override
  public final boolean delete(I id) {
    requireNonNull(id, "id");
    return calls.change(statements.delete, key(id)) > 0;
  }

  /** Removes entities and says how many were there. */
  protected final int deleteAll(Collection<I> ids) {
    List<@Nullable Object[]> keys =
        ids.stream().distinct().map(id -> new @Nullable Object[] {key(id)}).toList();
    return keys.isEmpty() ? 0 : calls.changeEach(statements.delete, keys);
  }

  @Override
  public final Page<E> page(PageRequest request) {
    requireNonNull(request, "request");
    return statements.all.page(calls, keyset, request);
  }

  @Override
  public final <T extends @Nullable Object> T stream(Function<Stream<E>, T> reader) {
    requireNonNull(reader, "reader");
    return statements.all.stream(calls, keyset, reader);
  }

  @Override
  public final long count() {
    return calls.only(statements.count);
  }

  private NotFoundException notFound(I id) {
    return new NotFoundException(name, id.toString());
  }
}
