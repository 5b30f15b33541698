package dev.aludel.persistence.jooq.statement;

import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.RowN;
import org.jooq.SortField;
import org.jooq.SortOrder;
import org.jooq.impl.DSL;

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

  private List<Field<?>> sorted(StatementCompiler compiler) {
    return columns.stream().<Field<?>>map(compiler::byCodePoint).toList();
  }
}
