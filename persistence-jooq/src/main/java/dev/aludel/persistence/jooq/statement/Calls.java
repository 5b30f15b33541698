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

  /** Runs a call that is one query, of which no more rows are fetched than are read. */
  <T extends @Nullable Object> T fetch(Function<StatementExecutor, T> query);

  /** Runs a call that only reads, with several queries in one snapshot. */
  <T extends @Nullable Object> T read(Function<StatementExecutor, T> call);

  /** Runs a call that is made of several reading calls, in one snapshot. */
  <T extends @Nullable Object> T readTogether(Function<Calls, T> several);

  /**
   * Runs a call that writes, or both reads and writes, in one snapshot; atomic. It runs again as a
   * whole when another transaction was first.
   */
  <T extends @Nullable Object> T write(Function<StatementExecutor, T> call);

  /**
   * Runs a call that writes and builds on nothing that an earlier statement of it has read or
   * deleted; atomic. Each statement sees what was committed before it, and waits for others instead
   * of failing: on PostgreSQL this is READ COMMITTED.
   */
  <T extends @Nullable Object> T change(Function<StatementExecutor, T> call);

  /** Runs a call that is one statement, which changes rows, and says how many. */
  default int change(CompiledUpdate update, @Nullable Object... values) {
    return change(run -> run.update(update, values));
  }

  /** Runs a call that is one statement, once for each list of values, and says how many rows. */
  default int changeEach(CompiledUpdate update, List<@Nullable Object[]> rows) {
    return change(run -> run.updateEach(update, rows));
  }
}
