package dev.aludel.persistence.jooq.statement;

import java.util.List;
import java.util.function.Function;
import org.jooq.Field;

/** A statement that finds rows. Made by {@link StatementCompiler}; immutable. */
public final class CompiledQuery<T> {

  private final CompiledStatement statement;
  private final List<Field<?>> fields;
  private final Function<Row, T> reader;

  CompiledQuery(CompiledStatement statement, List<Field<?>> fields, Function<Row, T> reader) {
    this.statement = statement;
    this.fields = List.copyOf(fields);
    this.reader = reader;
  }

  CompiledStatement statement() {
    return statement;
  }

  List<Field<?>> fields() {
    return fields;
  }

  T read(Row row) {
    return reader.apply(row);
  }
}
