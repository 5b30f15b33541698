package dev.aludel.persistence.jooq;

import dev.aludel.domain.SchemaNotCurrentException;
import dev.aludel.domain.StorageTimeoutException;
import dev.aludel.domain.StorageUnavailableException;
import dev.aludel.migrations.Migrator;
import dev.aludel.migrations.MigratorBuilder;
import dev.aludel.migrations.database.DatabaseUnavailableException;
import dev.aludel.migrations.database.DatabaseUrl;
import dev.aludel.migrations.revision.MigrationException;
import dev.aludel.migrations.run.CurrentState;
import dev.aludel.migrations.run.LockTimeoutException;
import dev.aludel.migrations.run.RunSettings.UnknownRows;
import dev.aludel.persistence.SchemaPolicy;
import dev.aludel.persistence.StorageConfig;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.stream.Collectors;

/** Sees to the schema before a storage is used: the only place that knows the migrator. */
final class SchemaOnOpen {

  private final StorageConfig config;
  private final DatabaseUrl url;

  private SchemaOnOpen(StorageConfig config, DatabaseUrl url) {
    this.config = config;
    this.url = url;
  }

  static SchemaOnOpen of(StorageConfig config, DatabaseUrl url) {
    return new SchemaOnOpen(config, url);
  }

  /** For a database that the migrator opens by itself. */
  void see(SchemaPolicy policy) {
    see(policy, Migrator.builder().url(config.url()));
  }

  /** For a database that is this connection. */
  void see(SchemaPolicy policy, Connection connection) {
    see(policy, Migrator.builder().connection(connection));
  }

  private void see(SchemaPolicy policy, MigratorBuilder builder) {
    if (policy == SchemaPolicy.IGNORE) {
      return;
    }
    try {
      Migrator migrator = migrator(builder);
      CurrentState current = migrator.current();
      if (current.isAtHeads()) {
        return;
      }
      if (policy == SchemaPolicy.REQUIRE_CURRENT) {
        throw notCurrent(current);
      }
      migrator.upgrade("heads");
    } catch (LockTimeoutException waited) {
      throw new StorageTimeoutException(String.valueOf(waited.getMessage()), waited);
    } catch (DatabaseUnavailableException unavailable) {
      throw new StorageUnavailableException(String.valueOf(unavailable.getMessage()), unavailable);
    } catch (MigrationException failure) {
      throw new SchemaNotCurrentException(
          "Cannot bring the schema of %s up to date: %s".formatted(url, failure.getMessage()),
          failure);
    }
  }

  private Migrator migrator(MigratorBuilder builder) {
    builder.bundled().versionTable(config.versionTable()).unknownRows(UnknownRows.LEFT_ALONE);
    config.scriptLocations().forEach(location -> builder.scripts(Path.of(location)));
    return builder.build();
  }

  private SchemaNotCurrentException notCurrent(CurrentState current) {
    return new SchemaNotCurrentException(
        "The schema of %s is not the one that this version of Aludel works with: it is at %s and lacks %s. Run \"aludel upgrade heads\", or open it with the schema policy UPGRADE."
            .formatted(
                url,
                current.rows().isEmpty() ? "no revision" : String.join(", ", current.rows()),
                current.missingHeads().stream()
                    .map(head -> head.revision().id().value())
                    .collect(Collectors.joining(", "))),
        null);
  }
}
