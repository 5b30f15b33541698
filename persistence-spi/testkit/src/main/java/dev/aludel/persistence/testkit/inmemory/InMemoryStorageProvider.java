package dev.aludel.persistence.testkit.inmemory;

import dev.aludel.persistence.RunningBlocks;
import dev.aludel.persistence.Storage;
import dev.aludel.persistence.StorageConfig;
import dev.aludel.persistence.StorageProvider;
import java.time.Clock;

/**
 * Opens an empty storage in memory by the URL {@value #URL}. What it holds lives as long as it is
 * open; nothing is shared between two of them. Of the configuration it heeds the connection
 * timeout, which limits the wait for another thread's write block, the close timeout, and the retry
 * policy.
 */
public final class InMemoryStorageProvider implements StorageProvider {

  /** The URL of every storage in memory. */
  public static final String URL = "memory:";

  /** For the service loader. */
  public InMemoryStorageProvider() {}

  @Override
  public String name() {
    return "in memory";
  }

  @Override
  public boolean accepts(String url) {
    return url.equals(URL);
  }

  @Override
  public Storage open(StorageConfig config) {
    Database database = new Database(config.url(), config.connectionTimeout());
    RunningBlocks blocks = new RunningBlocks(config.url(), Clock.systemUTC());
    return new InMemoryStorage(
        new BlockRunner(database, config.retryPolicy(), blocks), config.closeTimeout());
  }
}
