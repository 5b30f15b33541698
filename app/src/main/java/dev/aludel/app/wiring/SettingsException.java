package dev.aludel.app.wiring;

import org.jspecify.annotations.Nullable;

/** A setting cannot be used, or the settings file cannot be read. */
public final class SettingsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  SettingsException(String message) {
    this(message, null);
  }

  SettingsException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
