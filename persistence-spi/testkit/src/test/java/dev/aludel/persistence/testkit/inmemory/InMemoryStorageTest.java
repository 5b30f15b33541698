package dev.aludel.persistence.testkit.inmemory;

import dev.aludel.persistence.testkit.AdapterContract;
import dev.aludel.persistence.testkit.AppendContract;
import dev.aludel.persistence.testkit.ClosingContract;
import dev.aludel.persistence.testkit.MessagesContract;
import dev.aludel.persistence.testkit.SessionsContract;
import dev.aludel.persistence.testkit.StreamingContract;
import dev.aludel.persistence.testkit.TestDatabase;
import dev.aludel.persistence.testkit.TransactionsContract;
import org.junit.jupiter.api.Nested;

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

  @Nested
  final class SessionsTest extends SessionsContract {}

  @Nested
  final class AppendTest extends AppendContract {}

  @Nested
  final class MessagesTest extends MessagesContract {}

  @Nested
  final class StreamingTest extends StreamingContract {}

  @Nested
  final class TransactionsTest extends TransactionsContract {}

  @Nested
  final class ClosingTest extends ClosingContract {}
}
