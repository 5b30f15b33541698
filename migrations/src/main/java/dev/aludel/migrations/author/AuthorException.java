package dev.aludel.migrations.author;

import dev.aludel.migrations.revision.MigrationException;

/** Something cannot be written, or edited, as it was asked for. Nothing was changed. */
public final class AuthorException extends MigrationException {
  private static final long serialVersionUID = 1L;

  AuthorException(String message) {
    super(message);
  }

  AuthorException(String message, Throwable cause) {
    super(message, cause);
  }
}
