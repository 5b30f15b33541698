package dev.aludel.domain;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/** The database's schema is older or newer than what this version of Aludel works with. */
public final class SchemaNotCurrentException extends StorageException {

  /** What was found and expected, where, and what to do, in whole sentences. */
  public SchemaNotCurrentException(String message, @Nullable Throwable cause) {
    super(requireNonNull(message, "message"), cause);
  }
}
