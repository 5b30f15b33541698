package dev.aludel.migrations.run;

import dev.aludel.migrations.revision.MigrationException;
import org.jspecify.annotations.Nullable;

/**
 * What shall be written as SQL does not say where the database is and where it goes, or only the
 * database could tell. Whoever asked has to ask otherwise; scripts and database have no part in it.
 */
public final class OfflineRangeException extends MigrationException {
  private static final long serialVersionUID = 1L;

  OfflineRangeException(String message) {
    this(message, null);
  }

  OfflineRangeException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
