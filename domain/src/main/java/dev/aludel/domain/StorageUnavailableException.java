package dev.aludel.domain;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/** The database cannot be reached, opened or used; what was asked for was not done. */
public final class StorageUnavailableException extends StorageException {

  /** What happened, where, and what to do, in whole sentences. */
  public StorageUnavailableException(String message, @Nullable Throwable cause) {
    super(requireNonNull(message, "message"), cause);
  }
}
