package dev.aludel.app.wiring;

import dagger.Module;
import dagger.Provides;
import java.time.Clock;
import javax.inject.Singleton;

/** Settings, and what comes from the surroundings. */
@Module
final class SettingsModule {
  private SettingsModule() {}

  @Provides
  @Singleton
  static Settings settings(Flags flags, Environment environment, SettingsNote note) {
    Settings settings = SettingsReader.read(flags, environment);
    note.read(settings);
    return settings;
  }

  @Provides
  static Clock clock(Environment environment) {
    return environment.clock();
  }
}
