package dev.aludel.domain;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/** A storage was used after it was closed, or a transaction after its block had ended. */
public final class StorageClosedException extends StorageException {

  /** What was closed and what to do, in whole sentences. */
  public StorageClosedException(String message, @Nullable Throwable cause) {
    super(requireNonNull(message, "message"), cause);
  }
}
