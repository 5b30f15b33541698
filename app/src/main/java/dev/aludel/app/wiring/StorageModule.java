package dev.aludel.app.wiring;

import dagger.Module;
import dagger.Provides;
import dev.aludel.domain.TimeOrderedUuids;
import dev.aludel.migrations.database.DatabaseUrl;
import dev.aludel.migrations.sql.DatabaseProduct;
import dev.aludel.persistence.SchemaPolicy;
import dev.aludel.persistence.Storage;
import dev.aludel.persistence.StorageConfig;
import dev.aludel.persistence.Storages;
import java.nio.file.Path;
import java.time.Clock;
import javax.inject.Singleton;

/** The storage, out of the settings, and what makes new ids for it. */
@Module
final class StorageModule {
  private StorageModule() {}

  @Provides
  static StorageConfig config(Settings settings, SqlEcho echo) {
    return StorageConfig.builder(settings.database().whole())
        .versionTable(settings.versionTable())
        .scriptLocations(settings.scriptFolders().stream().map(Path::toString).toList())
        .schemaPolicy(schemaPolicy(settings.database()))
        .sqlEcho(echo::echo)
        .build();
  }

  // Here the migrator is told when to migrate, and the storage only looks. A database in memory is
  // the storage's alone: the migrator's connection has another.
  private static SchemaPolicy schemaPolicy(DatabaseUrl database) {
    boolean inMemory = database.product() == DatabaseProduct.SQLITE && database.file().isEmpty();
    return inMemory ? SchemaPolicy.UPGRADE : SchemaPolicy.REQUIRE_CURRENT;
  }

  @Provides
  @Singleton
  static Storage storage(StorageConfig config) {
    return Storages.open(config);
  }

  @Provides
  @Singleton
  static TimeOrderedUuids uuids(Clock clock) {
    return new TimeOrderedUuids(clock);
  }
}
