package dev.aludel.persistence.jooq.statement;

import static dev.aludel.persistence.jooq.statement.StatementCompiler.assignments;
import static dev.aludel.persistence.jooq.statement.StatementCompiler.excluded;
import static dev.aludel.persistence.jooq.statement.StatementCompiler.parameter;
import static dev.aludel.persistence.jooq.statement.StatementCompiler.parameters;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.noCondition;

import dev.aludel.domain.MutableRepository;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.InsertValuesStepN;
import org.jooq.Table;

/**
 * The statements of {@link MutableRepository} for one table with a key of one column, in jOOQ, to
 * which a port adds its own. Repositories run them by {@link EntityStatements}.
 */
public final class EntitySql {

  private final StatementCompiler compiler;
  private final Table<?> table;
  private final List<Field<?>> columns;

  /**
   * Compiles them.
   *
   * @param data all columns but the key
   * @param order of all entities
   */
  public EntitySql(
      StatementCompiler compiler,
      Table<?> table,
      Field<?> key,
      List<Field<?>> data,
      KeysetOrder order) {
    this.compiler = compiler;
    this.table = table;
    // The key comes last, where it also stands in an update: one order of values for all.
    this.columns = Stream.concat(data.stream(), Stream.of(key)).toList();
    DSLContext dsl = compiler.dsl();
    Condition sameKey = isParameter(key);
    compiler.update("insert", table, insertion());
    compiler.update("insertIfAbsent", table, insertion().onConflict(key).doNothing());
    compiler.update("update", table, dsl.update(table).set(assignments(data)).where(sameKey));
    compiler.update("upsert", table, insertion().onConflict(key).doUpdate().set(excluded(data)));
    compiler.update("delete", table, dsl.deleteFrom(table).where(sameKey));
    query("find", sameKey);
    compiler.query("count", table, dsl.select(count()).from(table));
    page("all", noCondition(), order);
  }

  /** Compiles the two statements of a paged list of these entities. */
  public void page(String name, Condition condition, KeysetOrder order) {
    compiler.keyset(name, table, columns, condition, order);
  }

  /** Compiles a query that itself says how many entities there are at most. */
  public void query(String name, Condition condition) {
    compiler.query(name, table, compiler.dsl().select(columns).from(table).where(condition));
  }

  /** Compiles the first entities that meet a condition; the last value says how many at most. */
  public void first(String name, Condition condition, KeysetOrder order) {
    compiler.first(name, table, columns, condition, order);
  }

  private InsertValuesStepN<?> insertion() {
    return compiler.dsl().insertInto(table).columns(columns).values(parameters(columns));
  }

  private static <T> Condition isParameter(Field<T> key) {
    return key.eq(parameter(key));
  }
}
