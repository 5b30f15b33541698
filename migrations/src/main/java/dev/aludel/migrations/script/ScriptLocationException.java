package dev.aludel.migrations.script;

import dev.aludel.migrations.revision.MigrationException;

/** A place that should hold revision scripts cannot be read. */
public final class ScriptLocationException extends MigrationException {
  private static final long serialVersionUID = 1L;

  public ScriptLocationException(String message) {
    super(message);
  }

  public ScriptLocationException(String message, Throwable cause) {
    super(message, cause);
  }
}
