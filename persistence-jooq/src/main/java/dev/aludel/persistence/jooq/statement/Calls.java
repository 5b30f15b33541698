package dev.aludel.persistence.jooq.statement;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where a repository's calls run: in a transaction of their own, or in a block's. Which of the two,
 * no repository knows.
 */
public interface Calls {

  /** Runs a call that only reads. */
  <T extends @Nullable Object> T read(Function<StatementExecutor, T> call);

  /** Runs a call that is made of several reading calls, in one transaction. */
  <T extends @Nullable Object> T readTogether(Function<Calls, T> several);

  /** Runs a call that writes, or both reads and writes; atomic. */
  <T extends @Nullable Object> T write(Function<StatementExecutor, T> call);
}
