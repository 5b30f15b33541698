package dev.aludel.domain;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * The connection was lost after the commit was sent and before the database answered: the whole of
 * the transaction is stored, or nothing of it. Read before writing it again.
 */
public final class OutcomeUnknownException extends StorageException {

  /** What happened, where, and what to do, in whole sentences. */
  public OutcomeUnknownException(String message, @Nullable Throwable cause) {
    super(requireNonNull(message, "message"), cause);
  }
}
