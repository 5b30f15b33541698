package dev.aludel.migrations.database;

import dev.aludel.migrations.revision.MigrationException;

/** A text is no URL of a database. Its message shows no password. */
public final class DatabaseUrlException extends MigrationException {
  private static final long serialVersionUID = 1L;

  public DatabaseUrlException(String message) {
    super(message);
  }

  /**
   * @param reason what is wrong and what to do, without any value of the URL
   */
  static DatabaseUrlException because(String reason) {
    return new DatabaseUrlException("Cannot read the database URL: " + reason);
  }
}
