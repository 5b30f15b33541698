package dev.aludel.migrations.database;

import dev.aludel.migrations.revision.MigrationException;

/** A text is no URL of a database. Its message shows no password. */
public final class DatabaseUrlException extends MigrationException {
  private static final long serialVersionUID = 1L;

  public DatabaseUrlException(String message) {
    super(message);
  }
}
