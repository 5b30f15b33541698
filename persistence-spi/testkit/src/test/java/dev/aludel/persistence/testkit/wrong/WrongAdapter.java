package dev.aludel.persistence.testkit.wrong;

import dev.aludel.persistence.testkit.AdapterContract;
import dev.aludel.persistence.testkit.AppendContract;
import dev.aludel.persistence.testkit.CodeElementsContract;
import dev.aludel.persistence.testkit.DesignDecisionsContract;
import dev.aludel.persistence.testkit.DocumentsContract;
import dev.aludel.persistence.testkit.EpisodesContract;
import dev.aludel.persistence.testkit.ErrorsContract;
import dev.aludel.persistence.testkit.FieldsContract;
import dev.aludel.persistence.testkit.LongTermContract;
import dev.aludel.persistence.testkit.MessagesContract;
import dev.aludel.persistence.testkit.PagingContract;
import dev.aludel.persistence.testkit.RecommendationsContract;
import dev.aludel.persistence.testkit.RelationshipsContract;
import dev.aludel.persistence.testkit.SessionsContract;
import dev.aludel.persistence.testkit.StreamingContract;
import dev.aludel.persistence.testkit.TestDatabase;
import dev.aludel.persistence.testkit.TextsContract;
import dev.aludel.persistence.testkit.TransactionsContract;
import dev.aludel.persistence.testkit.UncertaintyContract;
import org.junit.jupiter.api.Nested;

/** The tests of an adapter, as its author would write them; run by {@code MistakesTest} alone. */
final class WrongAdapter extends AdapterContract {

  /** The mistake of the adapter that is tried on this thread. */
  static final ThreadLocal<Mistake> MISTAKE = ThreadLocal.withInitial(() -> Mistake.NONE);

  private record Database(String url) implements TestDatabase {
    @Override
    public void close() {
      // It is gone with its storage.
    }
  }

  @Override
  protected TestDatabase newDatabase() {
    return new Database(WrongStorageProvider.url(MISTAKE.get()));
  }

  @Nested
  final class Sessions extends SessionsContract {}

  @Nested
  final class Append extends AppendContract {}

  @Nested
  final class Messages extends MessagesContract {}

  @Nested
  final class Documents extends DocumentsContract {}

  @Nested
  final class Relationships extends RelationshipsContract {}

  @Nested
  final class CodeElements extends CodeElementsContract {}

  @Nested
  final class DesignDecisions extends DesignDecisionsContract {}

  @Nested
  final class Recommendations extends RecommendationsContract {}

  @Nested
  final class Episodes extends EpisodesContract {}

  @Nested
  final class LongTerm extends LongTermContract {}

  @Nested
  final class Uncertainty extends UncertaintyContract {}

  @Nested
  final class Fields extends FieldsContract {}

  @Nested
  final class Texts extends TextsContract {}

  @Nested
  final class Paging extends PagingContract {}

  @Nested
  final class Errors extends ErrorsContract {}

  @Nested
  final class Streaming extends StreamingContract {}

  @Nested
  final class Transactions extends TransactionsContract {}
}
