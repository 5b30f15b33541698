package dev.aludel.persistence.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.Test;

/**
 * What the test class of an adapter extends. It says where empty databases come from, and nests one
 * class for each contract:
 *
 * <pre>{@code
 * final class FlatFileStorageTest extends AdapterContract {
 *   @Override
 *   protected TestDatabase newDatabase() {
 *     return FlatFiles.inAFolderOfItsOwn();
 *   }
 *
 *   @Nested
 *   final class SessionsTest extends SessionsContract {}
 *
 *   @Nested
 *   final class MessagesTest extends MessagesContract {}
 * }
 * }</pre>
 */
@DisplayNameGeneration(RuleNames.class)
public abstract class AdapterContract {

  /** Every contract of the kit. */
  public static final List<Class<? extends StorageContract>> CONTRACTS =
      List.of(
          SessionsContract.class,
          AppendContract.class,
          MessagesContract.class,
          ProjectsContract.class,
          DocumentsContract.class,
          RelationshipsContract.class,
          CodeElementsContract.class,
          DesignDecisionsContract.class,
          ChangeRecordsContract.class,
          InconsistenciesContract.class,
          RecommendationsContract.class,
          EpisodesContract.class,
          LongTermContract.class,
          TurnsContract.class,
          UncertaintyContract.class,
          SemanticMemoriesContract.class,
          FieldsContract.class,
          TextsContract.class,
          PagingContract.class,
          ErrorsContract.class,
          StreamingContract.class,
          TransactionsContract.class,
          ClosingContract.class);

  /** An empty database, which its test removes. */
  protected abstract TestDatabase newDatabase();

  @Test
  @Rule("ADAPTER-01")
  final void adapter_isTriedOnEveryContract() {
    assertThat(Stream.of(getClass().getDeclaredClasses()).<Class<?>>map(Class::getSuperclass))
        .containsAll(CONTRACTS);
  }
}
