package dev.aludel.app.cli;

import dev.aludel.migrations.revision.MigrationException;

/** A run of revisions ended early; the message says what the run leaves. */
final class EndedRunException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final MigrationException error;

  /**
   * @param more what follows the words of {@code error}
   */
  EndedRunException(MigrationException error, String more) {
    super(error.getMessage() + more, error);
    this.error = error;
  }

  /** What ended it. */
  MigrationException error() {
    return error;
  }
}
