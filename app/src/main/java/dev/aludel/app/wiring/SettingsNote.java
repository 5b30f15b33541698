package dev.aludel.app.wiring;

import java.nio.file.Path;

/** Hears, when the settings are read, that they come from a file which is not in this folder. */
@FunctionalInterface
public interface SettingsNote {
  void from(Path file);
}
