package dev.aludel.domain;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/** What is stored is not what the schema says: a damaged file, or a value that has no meaning. */
public final class CorruptStorageException extends StorageException {

  /** What was found and expected, where, and what to do, in whole sentences. */
  public CorruptStorageException(String message, @Nullable Throwable cause) {
    super(requireNonNull(message, "message"), cause);
  }
}
