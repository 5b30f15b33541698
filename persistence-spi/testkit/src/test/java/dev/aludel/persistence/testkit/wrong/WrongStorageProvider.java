package dev.aludel.persistence.testkit.wrong;

import dev.aludel.persistence.Storage;
import dev.aludel.persistence.StorageConfig;
import dev.aludel.persistence.StorageProvider;
import dev.aludel.persistence.Storages;
import dev.aludel.persistence.testkit.inmemory.InMemoryStorageProvider;

/** Opens the adapter in memory behind a mistake, by the URL {@code wrong:name of the mistake}. */
public final class WrongStorageProvider implements StorageProvider {

  private static final String SCHEME = "wrong:";

  /** For the service loader. */
  public WrongStorageProvider() {}

  static String url(Mistake mistake) {
    return SCHEME + mistake.name();
  }

  @Override
  public String name() {
    return "wrong on purpose";
  }

  @Override
  public boolean accepts(String url) {
    return url.startsWith(SCHEME);
  }

  @Override
  public Storage open(StorageConfig config) {
    Storage real =
        Storages.open(
            StorageConfig.builder(InMemoryStorageProvider.URL)
                .retryPolicy(config.retryPolicy())
                .connectionTimeout(config.connectionTimeout())
                .closeTimeout(config.closeTimeout())
                .build());
    return WrongStorage.of(real, Mistake.named(config.url().substring(SCHEME.length())));
  }
}
