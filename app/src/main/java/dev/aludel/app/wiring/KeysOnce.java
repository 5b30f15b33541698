package dev.aludel.app.wiring;

import java.nio.file.Path;
import java.util.Properties;

/** Properties of a file in which each key stands once: of two lines nobody knows which counts. */
final class KeysOnce extends Properties {
  private static final long serialVersionUID = 1L;

  private final transient Path file;

  KeysOnce(Path file) {
    this.file = file;
  }

  @Override
  public synchronized Object put(Object key, Object value) {
    Object before = super.put(key, value);
    if (before != null) {
      throw new SettingsException(
          "Cannot read the settings from %s: %s is set in two lines. Take one away."
              .formatted(file, key));
    }
    return value;
  }
}
