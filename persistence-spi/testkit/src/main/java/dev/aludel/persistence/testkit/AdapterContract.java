package dev.aludel.persistence.testkit;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.Nested;

/**
 * Every contract of the kit. The test class of an adapter extends it, and says where empty
 * databases come from:
 *
 * <pre>{@code
 * final class FlatFileStorageTest extends AdapterContract {
 *   @Override
 *   protected TestDatabase newDatabase() {
 *     return FlatFiles.inAFolderOfItsOwn();
 *   }
 * }
 * }</pre>
 *
 * <p>Reports name the contracts by this class, whichever adapter is tried; an error has the name of
 * the adapter's class among what it suppresses.
 */
@DisplayNameGeneration(RuleNames.class)
public abstract class AdapterContract {

  /** An empty database, which its test removes. */
  protected abstract TestDatabase newDatabase();

  /** See {@link SessionsContract}. */
  @Nested
  public final class Sessions extends SessionsContract {}

  /** See {@link AppendContract}. */
  @Nested
  public final class Append extends AppendContract {}

  /** See {@link MessagesContract}. */
  @Nested
  public final class Messages extends MessagesContract {}

  /** See {@link ProjectsContract}. */
  @Nested
  public final class Projects extends ProjectsContract {}

  /** See {@link DocumentsContract}. */
  @Nested
  public final class Documents extends DocumentsContract {}

  /** See {@link RelationshipsContract}. */
  @Nested
  public final class Relationships extends RelationshipsContract {}

  /** See {@link CodeElementsContract}. */
  @Nested
  public final class CodeElements extends CodeElementsContract {}

  /** See {@link DesignDecisionsContract}. */
  @Nested
  public final class DesignDecisions extends DesignDecisionsContract {}

  /** See {@link ChangeRecordsContract}. */
  @Nested
  public final class ChangeRecords extends ChangeRecordsContract {}

  /** See {@link InconsistenciesContract}. */
  @Nested
  public final class Inconsistencies extends InconsistenciesContract {}

  /** See {@link RecommendationsContract}. */
  @Nested
  public final class Recommendations extends RecommendationsContract {}

  /** See {@link EpisodesContract}. */
  @Nested
  public final class Episodes extends EpisodesContract {}

  /** See {@link LongTermContract}. */
  @Nested
  public final class LongTerm extends LongTermContract {}

  /** See {@link TurnsContract}. */
  @Nested
  public final class Turns extends TurnsContract {}

  /** See {@link UncertaintyContract}. */
  @Nested
  public final class Uncertainty extends UncertaintyContract {}

  /** See {@link SemanticMemoriesContract}. */
  @Nested
  public final class SemanticMemories extends SemanticMemoriesContract {}

  /** See {@link FieldsContract}. */
  @Nested
  public final class Fields extends FieldsContract {}

  /** See {@link TextsContract}. */
  @Nested
  public final class Texts extends TextsContract {}

  /** See {@link ArgumentsContract}. */
  @Nested
  public final class Arguments extends ArgumentsContract {}

  /** See {@link PagingContract}. */
  @Nested
  public final class Paging extends PagingContract {}

  /** See {@link ErrorsContract}. */
  @Nested
  public final class Errors extends ErrorsContract {}

  /** See {@link StreamingContract}. */
  @Nested
  public final class Streaming extends StreamingContract {}

  /** See {@link TransactionsContract}. */
  @Nested
  public final class Transactions extends TransactionsContract {}

  /** See {@link IsolationContract}. */
  @Nested
  public final class Isolation extends IsolationContract {}

  /** See {@link ConcurrencyContract}. */
  @Nested
  public final class Concurrency extends ConcurrencyContract {}

  /** See {@link CrowdContract}. */
  @Nested
  public final class Crowd extends CrowdContract {}

  /** See {@link ClosingContract}. */
  @Nested
  public final class Closing extends ClosingContract {}
}
