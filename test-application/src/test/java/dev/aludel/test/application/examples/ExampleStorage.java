package dev.aludel.test.application.examples;

import dev.aludel.persistence.Storage;
import dev.aludel.persistence.StorageConfig;
import dev.aludel.persistence.Storages;
import java.util.stream.Stream;

/** The storages that each example runs on. */
final class ExampleStorage {

  private ExampleStorage() {}

  static Stream<Storage> all() {
    return Stream.of("memory:", "sqlite://").map(StorageConfig::of).map(Storages::open);
  }
}
