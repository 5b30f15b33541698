package dev.aludel.persistence.jooq.statement;

import static dev.aludel.persistence.jooq.statement.StatementCompiler.assignments;
import static dev.aludel.persistence.jooq.statement.StatementCompiler.excluded;
import static dev.aludel.persistence.jooq.statement.StatementCompiler.parameter;
import static dev.aludel.persistence.jooq.statement.StatementCompiler.parameters;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.noCondition;

import dev.aludel.domain.MutableRepository;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.InsertValuesStepN;
import org.jooq.Table;

/**
 * The statements of {@link MutableRepository} for one table with a key of one column, to which a
 * port adds its own. Immutable.
 */
public final class EntityStatements<E> {

  private final StatementCompiler compiler;
  private final Table<?> table;
  private final List<Field<?>> columns;
  private final Function<Row, E> reader;

  public final CompiledUpdate insert;
  public final CompiledUpdate insertIfAbsent;
  public final CompiledUpdate update;
  public final CompiledUpdate upsert;
  public final CompiledUpdate delete;
  public final CompiledQuery<E> find;
  public final CompiledQuery<Long> count;
  public final KeysetQuery<E> all;

  /**
   * Compiles them.
   *
   * @param data all columns but the key
   * @param order of all entities
   */
  public EntityStatements(
      StatementCompiler compiler,
      Table<?> table,
      Field<?> key,
      List<Field<?>> data,
      KeysetOrder order,
      Function<Row, E> reader) {
    this.compiler = compiler;
    this.table = table;
    this.reader = reader;
    // The key comes last, where it also stands in an update: one order of values for all.
    this.columns = Stream.concat(data.stream(), Stream.of(key)).toList();
    DSLContext dsl = compiler.dsl();
    Condition sameKey = isParameter(key);
    Field<Integer> rows = count();
    insert = compiler.update(table, insertion());
    insertIfAbsent = compiler.update(table, insertion().onConflict(key).doNothing());
    update = compiler.update(table, dsl.update(table).set(assignments(data)).where(sameKey));
    upsert = compiler.update(table, insertion().onConflict(key).doUpdate().set(excluded(data)));
    delete = compiler.update(table, dsl.deleteFrom(table).where(sameKey));
    find = compiler.query(table, dsl.select(columns).from(table).where(sameKey), reader);
    count = compiler.query(table, dsl.select(rows).from(table), row -> row.number(rows));
    all = page(noCondition(), order);
  }

  /** The two statements of a paged list of these entities. */
  public KeysetQuery<E> page(Condition condition, KeysetOrder order) {
    return compiler.keyset(table, columns, condition, order, reader);
  }

  /** The entities that meet a condition, which itself says how many there are at most. */
  public CompiledQuery<E> query(Condition condition) {
    return compiler.query(
        table, compiler.dsl().select(columns).from(table).where(condition), reader);
  }

  /** The first entities that meet a condition; the last argument says how many at most. */
  public CompiledQuery<E> first(Condition condition, KeysetOrder order) {
    return compiler.first(table, columns, condition, order, reader);
  }

  private InsertValuesStepN<?> insertion() {
    return compiler.dsl().insertInto(table).columns(columns).values(parameters(columns));
  }

  private static <T> Condition isParameter(Field<T> key) {
    return key.eq(parameter(key));
  }
}
