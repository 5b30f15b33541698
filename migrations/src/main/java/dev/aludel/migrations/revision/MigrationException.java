package dev.aludel.migrations.revision;

import org.jspecify.annotations.Nullable;

/**
 * The root of every error that the migration engine reports. The message names the thing, says what
 * happened to it and what to do; it is fit to be shown to a person as it is.
 */
public abstract class MigrationException extends RuntimeException {

  /**
   * @param message whole sentences for the person who has to act
   */
  protected MigrationException(String message) {
    super(message);
  }

  /**
   * @param message whole sentences for the person who has to act
   * @param cause what was caught, or null when nothing was
   */
  protected MigrationException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
