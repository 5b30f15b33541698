package dev.aludel.persistence;

import dev.aludel.domain.StorageException;

/**
 * What an adapter implements and names in {@code
 * META-INF/services/dev.aludel.persistence.StorageProvider}. It has a public constructor without
 * parameters, and no state.
 */
public interface StorageProvider {

  /** The adapter's name, for messages: {@code jooq}. */
  String name();

  /** Whether this adapter opens databases with such a URL; looks at the text alone. */
  boolean accepts(String url);

  /**
   * Opens the database and sees to its schema. When it throws, nothing is left open.
   *
   * @param config with a URL that {@link #accepts} is true for
   * @throws StorageException when the database or its schema cannot be used
   */
  Storage open(StorageConfig config);
}
