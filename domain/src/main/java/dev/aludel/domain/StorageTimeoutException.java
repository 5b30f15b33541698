package dev.aludel.domain;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/** A statement, or the wait for a connection, took longer than the configuration allows. */
public final class StorageTimeoutException extends StorageException {

  /** What took how long, where, and what to do, in whole sentences. */
  public StorageTimeoutException(String message, @Nullable Throwable cause) {
    super(requireNonNull(message, "message"), cause);
  }
}
