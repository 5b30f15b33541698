package dev.aludel.persistence.testkit.inmemory;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Where a repository's calls run: in a transaction of their own, or in a block's. */
interface Calls {

  <T extends @Nullable Object> T read(Function<Tables, T> call);

  /** Runs several reading calls in one transaction. */
  <T extends @Nullable Object> T readTogether(Function<Calls, T> several);

  <T extends @Nullable Object> T write(Function<Tables, T> call);
}
