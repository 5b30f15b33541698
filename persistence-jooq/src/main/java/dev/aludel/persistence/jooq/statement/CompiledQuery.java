package dev.aludel.persistence.jooq.statement;

import dev.aludel.persistence.jooq.statement.CompiledStatement.FoundColumn;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A statement that finds rows. Made by {@link CompiledStatements}; immutable. */
public final class CompiledQuery<T> {

  private final CompiledStatement statement;
  private final String[] places;
  private final int[] given;
  private final Function<Row, T> reader;

  CompiledQuery(CompiledStatement statement, Function<Row, T> reader) {
    List<FoundColumn> columns = statement.columns();
    this.statement = statement;
    this.places = new String[columns.size()];
    this.given = new int[columns.size()];
    this.reader = reader;
    for (int index = 0; index < places.length; index++) {
      places[index] = columns.get(index).place();
      given[index] = columns.get(index).given();
    }
  }

  CompiledStatement statement() {
    return statement;
  }

  /** The places of the columns in the order of selection; not to be changed. */
  String[] places() {
    return places;
  }

  /** The text that every row has in a column, by this run's values; null if that is unknown. */
  @Nullable String given(int column, @Nullable Object[] values) {
    int value = given[column];
    return value == CompiledStatement.NOT_GIVEN ? null : (String) values[value];
  }

  T read(Row row) {
    return reader.apply(row);
  }
}
