package dev.aludel.migrations.run;

import dev.aludel.migrations.revision.MigrationException;

/**
 * A run ended while a statement ran outside a transaction, and it cannot be told whether the
 * statement took effect. Nothing was run.
 */
public final class InterruptedStepException extends MigrationException {
  private static final long serialVersionUID = 1L;

  InterruptedStepException(String message) {
    super(message);
  }
}
