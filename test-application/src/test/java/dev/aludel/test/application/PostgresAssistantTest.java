package dev.aludel.test.application;

import dev.aludel.test.FreshDatabase;
import dev.aludel.test.TestPostgres;
import org.junit.jupiter.api.AfterAll;

final class PostgresAssistantTest extends AssistantContract {

  private static final FreshDatabase DATABASE = TestPostgres.freshDatabase();

  @AfterAll
  static void dropDatabase() {
    DATABASE.close();
  }

  @Override
  String url() {
    return DATABASE.url();
  }
}
