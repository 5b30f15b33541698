package dev.aludel.persistence.testkit.inmemory;

import dev.aludel.persistence.testkit.AdapterContract;
import dev.aludel.persistence.testkit.TestDatabase;

final class InMemoryStorageTest extends AdapterContract {

  private record InMemory(String url) implements TestDatabase {
    @Override
    public void close() {
      // It is gone with its storage.
    }
  }

  @Override
  protected TestDatabase newDatabase() {
    return new InMemory(InMemoryStorageProvider.URL);
  }
}
