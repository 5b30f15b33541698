package dev.aludel.persistence.jooq;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.persistence.jooq.statement.Access;
import dev.aludel.persistence.testkit.AdapterContract;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Which calls say that they run in READ COMMITTED, which {@link PostgresConnectionsTest} shows them
 * to do. What reads or deletes what it then writes must not be among them: two of such calls at
 * once would leave a mixture, without an error. Which statements run in which kind of transaction
 * is the same on every database, but that PostgreSQL appends one message in one.
 */
final class ReadCommittedCallsTest {

  /** The contracts that together call every method that writes. */
  private static final List<Class<?>> THOSE_THAT_WRITE =
      List.of(
          AdapterContract.Append.class,
          AdapterContract.ChangeRecords.class,
          AdapterContract.CodeElements.class,
          AdapterContract.DesignDecisions.class,
          AdapterContract.Documents.class,
          AdapterContract.Episodes.class,
          AdapterContract.Fields.class,
          AdapterContract.Inconsistencies.class,
          AdapterContract.LongTerm.class,
          AdapterContract.Messages.class,
          AdapterContract.Projects.class,
          AdapterContract.Recommendations.class,
          AdapterContract.Relationships.class,
          AdapterContract.SemanticMemories.class,
          AdapterContract.Sessions.class,
          AdapterContract.Turns.class,
          AdapterContract.Uncertainty.class);

  /** What every port has whose entities are changed as a whole. */
  private static final List<String> OF_ENTITIES =
      List.of("delete", "insert", "insertAll", "update", "upsert");

  private static final List<String> ENTITIES =
      List.of(
          "ChangeRecords",
          "DesignDecisions",
          "Documents",
          "Episodes",
          "Inconsistencies",
          "LongTerm",
          "Projects",
          "Recommendations",
          "Relationships",
          "SemanticMemories",
          "Sessions",
          "Turns",
          "Uncertainty");

  private static final List<String> OTHERS =
      List.of(
          "CodeElements.delete",
          "CodeElements.insert",
          "CodeElements.update",
          "CodeElements.upsert",
          "Documents.putContent",
          "Documents.removeContent",
          "Episodes.record",
          "Inconsistencies.transition",
          "LongTerm.compareAndSet",
          "LongTerm.put",
          "LongTerm.remove",
          "Messages.append",
          "Messages.appendAfter",
          "Messages.delete",
          "Recommendations.invalidate",
          "Relationships.unlinkAll",
          "SemanticMemories.forget",
          "SemanticMemories.remember",
          "Sessions.clearName",
          "Sessions.rename",
          "Sessions.touch",
          "Turns.append",
          "Uncertainty.log",
          "Uncertainty.resolve");

  /** Several statements in one snapshot, or one that builds on its own subquery. */
  private static final List<String> IN_ONE_SNAPSHOT =
      List.of(
          "ChangeRecords.replace",
          "CodeElements.insertAll",
          "CodeElements.replace",
          "DesignDecisions.replace",
          "Documents.upsertByPath",
          "Inconsistencies.report",
          "Recommendations.decide",
          "Recommendations.propose",
          "Recommendations.purge",
          "Relationships.link",
          "Sessions.assignAgent",
          "Sessions.deleteAllOfUser",
          "Sessions.deleteOfUser");

  @Test
  void callsInReadCommitted_areOneStatementOrAnAppend() {
    InnerTests.run(SqliteMemoryStorageTest.class, THOSE_THAT_WRITE);

    assertThat(CallAccess.methods(Access.CHANGE, 0))
        .containsExactlyElementsOf(Stream.concat(ofEntities(), OTHERS.stream()).sorted().toList());
    assertThat(CallAccess.methods(Access.CHANGE, 2))
        .containsExactly("Messages.append", "Messages.appendAfter");
    assertThat(CallAccess.methods(Access.WRITE, 0)).containsExactlyElementsOf(IN_ONE_SNAPSHOT);
  }

  private static Stream<String> ofEntities() {
    return ENTITIES.stream()
        .flatMap(port -> OF_ENTITIES.stream().map(method -> port + "." + method));
  }
}
