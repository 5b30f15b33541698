package dev.aludel.migrations.run;

import dev.aludel.migrations.database.Database;
import dev.aludel.migrations.revision.MigrationException;

/**
 * A connection to PostgreSQL has no session of its own: a pooler in transaction mode gives it
 * another one for each transaction. Nothing was changed, and no lock was taken.
 */
public final class SharedSessionException extends MigrationException {
  private static final long serialVersionUID = 1L;

  /** What is said of a session that changed, in the midst of a sentence. */
  static final String CHANGED =
      "its session changed from one statement to the next, as behind a pooler with transaction"
          + " pooling; name the server itself, or a pooler in session mode";

  private SharedSessionException(String message) {
    super(message);
  }

  static SharedSessionException of(Database database) {
    return new SharedSessionException(
        "Cannot migrate %s: it is behind a pooler with transaction pooling, where a run has no session of its own to hold its lock. Name the server itself, or a pooler in session mode."
            .formatted(database));
  }
}
