package dev.aludel.persistence.jooq.statement;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.Function;
import org.jooq.Field;

/** A statement that finds rows. Made by {@link StatementCompiler}; immutable. */
public final class CompiledQuery<T> {

  private final CompiledStatement statement;
  private final IdentityHashMap<Field<?>, Integer> positions = new IdentityHashMap<>();
  private final Function<Row, T> reader;

  CompiledQuery(CompiledStatement statement, List<Field<?>> fields, Function<Row, T> reader) {
    this.statement = statement;
    this.reader = reader;
    for (Field<?> field : fields) {
      positions.put(field, positions.size() + 1);
    }
  }

  CompiledStatement statement() {
    return statement;
  }

  IdentityHashMap<Field<?>, Integer> positions() {
    return positions;
  }

  T read(Row row) {
    return reader.apply(row);
  }
}
