package dev.aludel.persistence.jooq.statement;

import java.util.List;
import java.util.function.Function;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/** A statement that finds rows. Made by {@link StatementCompiler}; immutable. */
public final class CompiledQuery<T> {

  static final int NOT_GIVEN = -1;

  private final CompiledStatement statement;
  private final Field<?>[] fields;
  private final int[] given;
  private final Function<Row, T> reader;

  CompiledQuery(CompiledStatement statement, List<Field<?>> fields, Function<Row, T> reader) {
    this(statement, fields, fields.stream().mapToInt(field -> NOT_GIVEN).toArray(), reader);
  }

  /**
   * @param given for each field the index of the statement's value that every row has in it, or
   *     {@link #NOT_GIVEN}
   */
  CompiledQuery(
      CompiledStatement statement, List<Field<?>> fields, int[] given, Function<Row, T> reader) {
    this.statement = statement;
    this.fields = fields.toArray(Field<?>[]::new);
    this.given = given;
    this.reader = reader;
  }

  CompiledStatement statement() {
    return statement;
  }

  /** The fields in the order of selection; not to be changed. */
  Field<?>[] fields() {
    return fields;
  }

  /** The text that every row has in a field, by the values of this run; null if that is unknown. */
  @Nullable String given(int field, @Nullable Object[] values) {
    return given[field] == NOT_GIVEN ? null : (String) values[given[field]];
  }

  T read(Row row) {
    return reader.apply(row);
  }
}
