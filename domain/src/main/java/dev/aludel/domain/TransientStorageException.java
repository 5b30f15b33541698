package dev.aludel.domain;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * The transaction met others and had to give way, or lost its connection before its commit was
 * sent. Nothing was written; the same may succeed when it is run again as a whole. Storages run a
 * write block again by themselves before they report this.
 */
public final class TransientStorageException extends StorageException {

  /** What happened, where, and what to do, in whole sentences. */
  public TransientStorageException(String message, @Nullable Throwable cause) {
    super(requireNonNull(message, "message"), cause);
  }
}
