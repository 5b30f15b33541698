package dev.aludel.migrations.run;

import dev.aludel.migrations.revision.MigrationException;

/** The version table does not say what it should; nothing was guessed, and the step was undone. */
public final class VersionTableException extends MigrationException {
  private static final long serialVersionUID = 1L;

  VersionTableException(String message) {
    super(message);
  }

  VersionTableException(String message, Throwable cause) {
    super(message, cause);
  }
}
