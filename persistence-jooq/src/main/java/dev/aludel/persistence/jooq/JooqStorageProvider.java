package dev.aludel.persistence.jooq;

import dev.aludel.domain.StorageUnavailableException;
import dev.aludel.migrations.database.Database;
import dev.aludel.migrations.database.DatabaseUnavailableException;
import dev.aludel.migrations.database.DatabaseUrl;
import dev.aludel.migrations.database.DatabaseUrlException;
import dev.aludel.migrations.database.QuietLogging;
import dev.aludel.migrations.database.SqliteDriver;
import dev.aludel.migrations.sql.DatabaseProduct;
import dev.aludel.persistence.Storage;
import dev.aludel.persistence.StorageConfig;
import dev.aludel.persistence.StorageProvider;
import java.time.Clock;

/**
 * Opens SQLite files, SQLite databases in memory and PostgreSQL databases, by URLs in SQLAlchemy's
 * form or JDBC's. A database in memory lives as long as its storage.
 */
public final class JooqStorageProvider implements StorageProvider {

  /** For the service loader. */
  public JooqStorageProvider() {}

  @Override
  public String name() {
    return "jooq (SQLite, PostgreSQL)";
  }

  @Override
  public boolean accepts(String url) {
    return url.matches("(?s)(jdbc:)?(sqlite|postgres(ql)?)(\\+\\w+)?:.*");
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException when the URL cannot be read
   */
  @Override
  public Storage open(StorageConfig config) {
    return open(connect(config), config);
  }

  static Connections connect(StorageConfig config) {
    DatabaseUrl url = parse(config);
    QuietLogging.whereNobodyLogs();
    refuseUnreachable(url);
    return switch (url.product()) {
      case SQLITE ->
          url.file().isPresent()
              ? SqliteFileConnections.open(url, config)
              : SqliteMemoryConnections.open(url, config);
      case POSTGRESQL -> PostgresConnections.open(url, config);
    };
  }

  // Before anything is made, whatever the policy for the schema.
  private static void refuseUnreachable(DatabaseUrl url) {
    try {
      if (url.product() == DatabaseProduct.SQLITE) {
        SqliteDriver.requireSafeVersion();
      }
      Database.of(url).missingFile();
      url.properties();
    } catch (DatabaseUnavailableException unavailable) {
      throw new StorageUnavailableException(String.valueOf(unavailable.getMessage()), unavailable);
    }
  }

  static Storage open(Connections connections, StorageConfig config) {
    try {
      return JooqStorage.on(connections, config, Clock.systemUTC());
    } catch (RuntimeException | Error failure) {
      connections.close();
      throw failure;
    }
  }

  private static DatabaseUrl parse(StorageConfig config) {
    try {
      return DatabaseUrl.parse(config.url());
    } catch (DatabaseUnavailableException unavailable) {
      throw new StorageUnavailableException(String.valueOf(unavailable.getMessage()), unavailable);
    } catch (DatabaseUrlException unreadable) {
      throw new IllegalArgumentException(unreadable.getMessage(), unreadable);
    }
  }
}
