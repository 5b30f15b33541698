package dev.aludel.persistence.jooq.statement;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where a repository's calls run: in a transaction of their own, or in a block's. Which of the two,
 * no repository knows.
 */
public interface Calls {

  /** Runs a call that is one query: all rows, of which the query itself says how many at most. */
  <T> List<T> list(CompiledQuery<T> query, @Nullable Object... values);

  /** Runs a call that is one query: the only row, or none. */
  default <T> Optional<T> first(CompiledQuery<T> query, @Nullable Object... values) {
    List<T> rows = list(query, values);
    return rows.isEmpty() ? Optional.empty() : Optional.of(rows.get(0));
  }

  /** Runs a call that is one query, which always has one row. */
  default <T> T only(CompiledQuery<T> query, @Nullable Object... values) {
    return list(query, values).get(0);
  }

  /** Runs a call that only reads, with several queries in one transaction. */
  <T extends @Nullable Object> T read(Function<StatementExecutor, T> call);

  /** Runs a call that is made of several reading calls, in one transaction. */
  <T extends @Nullable Object> T readTogether(Function<Calls, T> several);

  /** Runs a call that writes, or both reads and writes; atomic. */
  <T extends @Nullable Object> T write(Function<StatementExecutor, T> call);
}
