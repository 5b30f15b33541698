package dev.aludel.persistence.jooq.statement;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Key;
import org.jooq.Param;
import org.jooq.RowN;
import org.jooq.SortField;
import org.jooq.SortOrder;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.QOM;

/** The columns of a keyset in SQL, all in one direction, text by code point. */
public final class KeysetOrder {

  private final SortOrder direction;
  private final List<Field<?>> columns;

  private KeysetOrder(SortOrder direction, List<Field<?>> columns) {
    this.direction = direction;
    this.columns = columns;
  }

  /** The smallest keys first. */
  public static KeysetOrder ascending(Field<?>... columns) {
    return new KeysetOrder(SortOrder.ASC, List.of(columns));
  }

  /** The greatest keys first. */
  public static KeysetOrder descending(Field<?>... columns) {
    return new KeysetOrder(SortOrder.DESC, List.of(columns));
  }

  List<SortField<?>> fields(StatementCompiler compiler) {
    return sorted(compiler).stream().<SortField<?>>map(field -> field.sort(direction)).toList();
  }

  Condition behind(StatementCompiler compiler) {
    RowN keys = DSL.row(sorted(compiler));
    RowN position =
        DSL.row(
            columns.stream()
                .map(column -> DSL.param("after " + StatementCompiler.place(column), column))
                .toList());
    return direction == SortOrder.ASC ? keys.gt(position) : keys.lt(position);
  }

  /**
   * How many rows at most: the parameter {@code limit}, in a way that lets PostgreSQL keep the plan
   * of a list. It plans anew, for a third of a page's time, where it knows a limit only then: the
   * plan for any limit seems dear beside that. Of what a query finds it knows as little either way.
   */
  Field<Long> limit(StatementCompiler compiler, Table<?> table, Condition condition) {
    Param<Long> limit = DSL.param("limit", Long.class);
    return compiler.isPostgres() && !isGivenByWiderIndex(table, fixed(condition))
        ? DSL.field(DSL.select(limit))
        : limit;
  }

  /** The columns that a condition says are equal to a value. */
  private static Set<Field<?>> fixed(Condition condition) {
    if (condition instanceof QOM.And both) {
      Set<Field<?>> fixed = new HashSet<>(fixed(both.$arg1()));
      fixed.addAll(fixed(both.$arg2()));
      return fixed;
    }
    return condition instanceof QOM.Eq<?> equal ? Set.of(equal.$arg1()) : Set.of();
  }

  // Such an index also holds rows with other values of the fixed columns. A plan for all values may
  // take it where most rows have one value, and then looks for rare ones through all of it.
  private boolean isGivenByWiderIndex(Table<?> table, Set<Field<?>> fixed) {
    return indexes(table)
        .filter(index -> index.contains(columns.get(0)))
        .map(index -> Set.copyOf(index.subList(0, index.indexOf(columns.get(0)))))
        .anyMatch(before -> fixed.containsAll(before) && !before.containsAll(fixed));
  }

  private static Stream<List<? extends Field<?>>> indexes(Table<?> table) {
    return Stream.concat(
        table.getKeys().stream().map(Key::getFields),
        table.getIndexes().stream()
            .map(index -> index.getFields().stream().map(SortField::$field).toList()));
  }

  private List<Field<?>> sorted(StatementCompiler compiler) {
    return columns.stream().<Field<?>>map(compiler::byCodePoint).toList();
  }
}
