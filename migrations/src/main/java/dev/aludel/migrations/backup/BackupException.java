package dev.aludel.migrations.backup;

import dev.aludel.migrations.revision.MigrationException;
import org.jspecify.annotations.Nullable;

/**
 * A backup cannot be made. No part of it is left, the database is as it was, and nothing was run.
 */
public final class BackupException extends MigrationException {
  private static final long serialVersionUID = 1L;

  public BackupException(String message) {
    this(message, null);
  }

  public BackupException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
