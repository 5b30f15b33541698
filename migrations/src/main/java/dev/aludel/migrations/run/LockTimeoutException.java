package dev.aludel.migrations.run;

import dev.aludel.migrations.revision.MigrationException;

/** Another run holds the lock of a database, and went on holding it. Nothing was run. */
public final class LockTimeoutException extends MigrationException {
  private static final long serialVersionUID = 1L;

  LockTimeoutException(String message) {
    super(message);
  }
}
