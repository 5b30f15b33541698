package dev.aludel.test;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Starts the server for the first who asks; its address, or why there is none, is remembered. */
final class RememberedServer {

  private final Supplier<ServerAddress> start;
  private @Nullable ServerAddress address;
  private @Nullable PostgresUnavailableException failure;

  RememberedServer(Supplier<ServerAddress> start) {
    this.start = start;
  }

  synchronized ServerAddress address() {
    if (failure != null) {
      // A new one each time: its stack trace is the asking test's, the cause is the first failure.
      throw new PostgresUnavailableException(failure.getMessage(), failure);
    }
    if (address == null) {
      try {
        address = start.get();
      } catch (PostgresUnavailableException e) {
        failure = e;
        throw e;
      }
    }
    return address;
  }
}
