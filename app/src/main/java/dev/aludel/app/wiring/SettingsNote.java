package dev.aludel.app.wiring;

/** Hears which settings were read, once. */
@FunctionalInterface
public interface SettingsNote {
  void read(Settings settings);
}
