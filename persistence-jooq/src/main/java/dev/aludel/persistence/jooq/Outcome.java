package dev.aludel.persistence.jooq;

import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What came of a call that another thread made: its result, or what it threw. */
@SuppressWarnings("NullAway") // the result is null only where the call's is, or before it
final class Outcome<T extends @Nullable Object> {

  private T result;
  private @Nullable Throwable failure;

  /** Makes the call; throws nothing. */
  void of(Supplier<T> call) {
    try {
      result = call.get();
    } catch (RuntimeException | Error thrown) {
      failure = thrown;
    }
  }

  /** The result, or what the call threw, with the place where its owner made it below it. */
  T get() {
    if (failure != null) {
      failure.setStackTrace(
          Stream.of(failure.getStackTrace(), Thread.currentThread().getStackTrace())
              .flatMap(Stream::of)
              .toArray(StackTraceElement[]::new));
    }
    if (failure instanceof Error error) {
      throw error;
    }
    if (failure instanceof RuntimeException error) {
      throw error;
    }
    return result;
  }
}
