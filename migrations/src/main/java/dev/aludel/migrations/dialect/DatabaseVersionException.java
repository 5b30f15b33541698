package dev.aludel.migrations.dialect;

import dev.aludel.migrations.revision.MigrationException;

/** The version of a database cannot be read, or is too old. */
public final class DatabaseVersionException extends MigrationException {
  private static final long serialVersionUID = 1L;

  DatabaseVersionException(String message) {
    super(message);
  }
}
