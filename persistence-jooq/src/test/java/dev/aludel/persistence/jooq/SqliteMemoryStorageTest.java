package dev.aludel.persistence.jooq;

import dev.aludel.persistence.testkit.AdapterContract;
import dev.aludel.persistence.testkit.TestDatabase;

final class SqliteMemoryStorageTest extends AdapterContract {

  @Override
  protected TestDatabase newDatabase() {
    return TestDatabases.sqliteMemory();
  }
}
