package dev.aludel.persistence.jooq;

import dev.aludel.migrations.database.DatabaseUrl;
import dev.aludel.persistence.Storage;
import dev.aludel.persistence.StorageConfig;
import dev.aludel.persistence.StorageProvider;

/**
 * Opens what the adapter opens, and watches it: the tests find this provider first. What it opened
 * is looked at after each test by {@link LeakWatch}, and what each call asked of the database by
 * {@link PortCalls}.
 */
public final class WatchedStorageProvider implements StorageProvider {

  private final JooqStorageProvider watched = new JooqStorageProvider();

  /** For the service loader. */
  public WatchedStorageProvider() {}

  @Override
  public String name() {
    return watched.name();
  }

  @Override
  public boolean accepts(String url) {
    return watched.accepts(url);
  }

  @Override
  public Storage open(StorageConfig config) {
    StorageConfig counting =
        config.toBuilder()
            .sqlEcho(
                sql -> {
                  PortCalls.statement();
                  config.sqlEcho().ifPresent(echo -> echo.accept(sql));
                })
            .build();
    Connections connections = new WatchedConnections(connect(counting), config);
    LeakWatch.opened(connections);
    return PortCalls.watched(JooqStorageProvider.open(connections, counting));
  }

  private static Connections connect(StorageConfig config) {
    return config.url().equals(TestDatabases.SqliteMemory.URL)
        ? SqliteMemoryConnections.open(DatabaseUrl.parse(config.url()), config, Templates::copyInto)
        : JooqStorageProvider.connect(config);
  }
}
