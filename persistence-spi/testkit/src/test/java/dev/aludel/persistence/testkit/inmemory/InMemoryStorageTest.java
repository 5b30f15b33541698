package dev.aludel.persistence.testkit.inmemory;

import dev.aludel.persistence.testkit.AdapterContract;
import dev.aludel.persistence.testkit.AppendContract;
import dev.aludel.persistence.testkit.ChangeRecordsContract;
import dev.aludel.persistence.testkit.ClosingContract;
import dev.aludel.persistence.testkit.CodeElementsContract;
import dev.aludel.persistence.testkit.DesignDecisionsContract;
import dev.aludel.persistence.testkit.DocumentsContract;
import dev.aludel.persistence.testkit.EpisodesContract;
import dev.aludel.persistence.testkit.ErrorsContract;
import dev.aludel.persistence.testkit.FieldsContract;
import dev.aludel.persistence.testkit.InconsistenciesContract;
import dev.aludel.persistence.testkit.LongTermContract;
import dev.aludel.persistence.testkit.MessagesContract;
import dev.aludel.persistence.testkit.PagingContract;
import dev.aludel.persistence.testkit.ProjectsContract;
import dev.aludel.persistence.testkit.RecommendationsContract;
import dev.aludel.persistence.testkit.RelationshipsContract;
import dev.aludel.persistence.testkit.SemanticMemoriesContract;
import dev.aludel.persistence.testkit.SessionsContract;
import dev.aludel.persistence.testkit.StreamingContract;
import dev.aludel.persistence.testkit.TestDatabase;
import dev.aludel.persistence.testkit.TextsContract;
import dev.aludel.persistence.testkit.TransactionsContract;
import dev.aludel.persistence.testkit.TurnsContract;
import dev.aludel.persistence.testkit.UncertaintyContract;
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
  final class ProjectsTest extends ProjectsContract {}

  @Nested
  final class DocumentsTest extends DocumentsContract {}

  @Nested
  final class RelationshipsTest extends RelationshipsContract {}

  @Nested
  final class CodeElementsTest extends CodeElementsContract {}

  @Nested
  final class DesignDecisionsTest extends DesignDecisionsContract {}

  @Nested
  final class ChangeRecordsTest extends ChangeRecordsContract {}

  @Nested
  final class InconsistenciesTest extends InconsistenciesContract {}

  @Nested
  final class RecommendationsTest extends RecommendationsContract {}

  @Nested
  final class EpisodesTest extends EpisodesContract {}

  @Nested
  final class LongTermTest extends LongTermContract {}

  @Nested
  final class TurnsTest extends TurnsContract {}

  @Nested
  final class UncertaintyTest extends UncertaintyContract {}

  @Nested
  final class SemanticMemoriesTest extends SemanticMemoriesContract {}

  @Nested
  final class FieldsTest extends FieldsContract {}

  @Nested
  final class TextsTest extends TextsContract {}

  @Nested
  final class PagingTest extends PagingContract {}

  @Nested
  final class ErrorsTest extends ErrorsContract {}

  @Nested
  final class StreamingTest extends StreamingContract {}

  @Nested
  final class TransactionsTest extends TransactionsContract {}

  @Nested
  final class ClosingTest extends ClosingContract {}
}
