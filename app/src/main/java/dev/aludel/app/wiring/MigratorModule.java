package dev.aludel.app.wiring;

import dagger.Module;
import dagger.Provides;
import dev.aludel.migrations.Migrator;
import dev.aludel.migrations.MigratorBuilder;
import dev.aludel.migrations.database.Database;
import dev.aludel.migrations.run.MigrationListener;
import java.time.Clock;
import javax.inject.Singleton;

/** The migrator, out of the settings. */
@Module
final class MigratorModule {
  private MigratorModule() {}

  @Provides
  @Singleton
  static Migrator migrator(Settings settings, MigrationListener listener, Clock clock) {
    MigratorBuilder builder =
        Migrator.builder()
            .database(Database.of(settings.database()))
            .settings(settings.run().withListener(listener).withClock(clock));
    settings.scriptLocations().forEach(builder::scripts);
    if (settings.usesBundled()) {
      builder.bundled();
    }
    return builder.build();
  }
}
