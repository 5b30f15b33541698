package dev.aludel.persistence.jooq;

import dev.aludel.persistence.testkit.AdapterContract;
import dev.aludel.persistence.testkit.TestDatabase;

final class PostgresStorageTest extends AdapterContract {

  @Override
  protected TestDatabase newDatabase() {
    return TestDatabases.postgres();
  }
}
