package dev.aludel.migrations.database;

import dev.aludel.migrations.revision.MigrationException;

/** There is no database yet, and what was asked for needs one. Nothing was created. */
public final class DatabaseMissingException extends MigrationException {
  private static final long serialVersionUID = 1L;

  public DatabaseMissingException(String message) {
    super(message);
  }
}
