package dev.aludel.migrations.database;

import dev.aludel.migrations.revision.MigrationException;

/** A database cannot be opened or cannot be read. Nothing was changed. */
public final class DatabaseUnavailableException extends MigrationException {
  private static final long serialVersionUID = 1L;

  public DatabaseUnavailableException(String message) {
    super(message);
  }

  public DatabaseUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
