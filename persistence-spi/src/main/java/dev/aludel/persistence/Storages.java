package dev.aludel.persistence;

import static java.util.Objects.requireNonNull;

import dev.aludel.domain.StorageException;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/** Opens storages with whichever adapter on the classpath knows the URL. */
public final class Storages {

  private Storages() {}

  /**
   * Opens the database with the first adapter that accepts its URL.
   *
   * @throws IllegalArgumentException when no adapter accepts it
   * @throws StorageException when the database or its schema cannot be used
   */
  public static Storage open(StorageConfig config) {
    requireNonNull(config, "config");
    List<StorageProvider> providers =
        ServiceLoader.load(StorageProvider.class).stream()
            .map(ServiceLoader.Provider::get)
            .toList();
    return providers.stream()
        .filter(provider -> provider.accepts(config.url()))
        .findFirst()
        .orElseThrow(() -> noProvider(config, providers))
        .open(config);
  }

  private static IllegalArgumentException noProvider(
      StorageConfig config, List<StorageProvider> providers) {
    return new IllegalArgumentException(
        "No storage adapter accepts URLs that begin with %s:. Adapters on the classpath: %s. Correct the URL or add the adapter's jar."
            .formatted(
                config.urlScheme(),
                providers.isEmpty()
                    ? "none"
                    : providers.stream()
                        .map(StorageProvider::name)
                        .collect(Collectors.joining(", "))));
  }
}
