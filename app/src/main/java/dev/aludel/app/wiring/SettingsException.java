package dev.aludel.app.wiring;

import static java.util.Objects.requireNonNull;

import dev.aludel.migrations.sql.VisibleText;
import org.jspecify.annotations.Nullable;

/** A setting cannot be used, or the settings file cannot be read. */
public final class SettingsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Origin origin;

  /** Where the setting was given. */
  public enum Origin {
    /** As an option: the command line is wrong. */
    COMMAND_LINE,
    /** In the environment or in the settings file. */
    ELSEWHERE
  }

  SettingsException(String message) {
    this(message, Origin.ELSEWHERE, null);
  }

  SettingsException(String message, Throwable cause) {
    this(message, Origin.ELSEWHERE, cause);
  }

  SettingsException(String message, Origin origin) {
    this(message, origin, null);
  }

  SettingsException(String message, Origin origin, @Nullable Throwable cause) {
    super(VisibleText.message(message), cause);
    this.origin = requireNonNull(origin, "origin");
  }

  public Origin origin() {
    return origin;
  }
}
