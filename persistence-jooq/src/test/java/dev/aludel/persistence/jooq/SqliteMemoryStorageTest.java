package dev.aludel.persistence.jooq;

import dev.aludel.persistence.testkit.MessagesContract;
import dev.aludel.persistence.testkit.SessionsContract;
import dev.aludel.persistence.testkit.TestDatabase;
import dev.aludel.persistence.testkit.TransactionsContract;
import org.junit.jupiter.api.Nested;

final class SqliteMemoryStorageTest {

  @Nested
  final class SessionsTest extends SessionsContract {
    @Override
    protected TestDatabase newDatabase() {
      return TestDatabases.sqliteMemory();
    }
  }

  @Nested
  final class MessagesTest extends MessagesContract {
    @Override
    protected TestDatabase newDatabase() {
      return TestDatabases.sqliteMemory();
    }
  }

  @Nested
  final class TransactionsTest extends TransactionsContract {
    @Override
    protected TestDatabase newDatabase() {
      return TestDatabases.sqliteMemory();
    }
  }
}
