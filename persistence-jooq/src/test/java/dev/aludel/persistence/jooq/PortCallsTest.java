package dev.aludel.persistence.jooq;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.domain.Page;
import dev.aludel.domain.PageRequest;
import dev.aludel.domain.conversation.Session;
import dev.aludel.domain.conversation.Sessions;
import dev.aludel.persistence.Repositories;
import dev.aludel.persistence.Storage;
import dev.aludel.persistence.StorageConfig;
import dev.aludel.persistence.Storages;
import dev.aludel.persistence.testkit.AdapterContract;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/**
 * No call asks once for each row. Every test of this module counts the statements of every call;
 * this one sees to it that the contracts leave out no method, and give lists enough rows to tell.
 */
final class PortCallsTest {

  private static final int ROWS_THAT_TELL = PortCalls.MOST;

  /** The contracts that call every method, and those that give long lists to the others. */
  private static final List<Class<?>> THOSE_THAT_CALL_ALL =
      List.of(
          AdapterContract.Fields.class,
          AdapterContract.Paging.class,
          AdapterContract.Streaming.class,
          AdapterContract.Append.class,
          AdapterContract.Messages.class,
          AdapterContract.Documents.class,
          AdapterContract.CodeElements.class,
          AdapterContract.DesignDecisions.class,
          AdapterContract.ChangeRecords.class,
          AdapterContract.Recommendations.class,
          AdapterContract.SemanticMemories.class);

  /** A repository that asks once more for each row of its page. */
  static final class OnceForEachRow {

    @Test
    void asks() {
      try (Storage storage = Storages.open(StorageConfig.of("sqlite://"))) {
        for (int row = 0; row < ROWS_THAT_TELL; row++) {
          storage.sessions().insert(Session.begun(new Session.Id("s" + row), "ada", Instant.EPOCH));
        }
        PortCalls.port(Sessions.class, asking(storage.sessions())).page(PageRequest.first(100));
      }
    }

    private static Object asking(Sessions sessions) {
      return Proxy.newProxyInstance(
          Sessions.class.getClassLoader(),
          new Class<?>[] {Sessions.class},
          (proxy, method, arguments) -> {
            Page<Session> page = sessions.page((PageRequest) arguments[0]);
            page.items().forEach(session -> sessions.get(session.id()));
            return page;
          });
    }
  }

  @Test
  void test_fails_whenACallAsksOnceForEachRow() {
    assertThat(InnerTests.failures(InnerTests.run(OnceForEachRow.class)))
        .containsExactly(
            "asks() left behind: Sessions.page[PageRequest] ran 6 statements for 5 rows, which is"
                + " too many");
  }

  @Test
  void everyPortMethod_runsAsManyStatementsForManyRowsAsForFew() {
    TestExecutionSummary summary = InnerTests.run(SqliteFileStorageTest.class, THOSE_THAT_CALL_ALL);

    // What else fails, fails in its own class.
    assertThat(InnerTests.failures(summary)).noneMatch(said -> said.contains(PortCalls.TOO_MANY));
    assertThat(ports().flatMap(PortCallsTest::uncovered)).isEmpty();
  }

  private static Stream<Class<?>> ports() {
    return Stream.of(Repositories.class.getMethods()).map(Method::getReturnType);
  }

  private static Stream<String> uncovered(Class<?> port) {
    return Stream.of(port.getMethods())
        .filter(method -> !Modifier.isStatic(method.getModifiers()) && !method.isSynthetic())
        .filter(method -> !isCovered(port, method))
        .map(method -> PortCalls.name(port, method));
  }

  private static boolean isCovered(Class<?> port, Method method) {
    PortCalls.Calls calls = PortCalls.of(port, method);
    return calls != null && (!takesOrGivesRows(method) || calls.rows() >= ROWS_THAT_TELL);
  }

  private static boolean takesOrGivesRows(Method method) {
    return Stream.concat(Stream.of(method.getReturnType()), Stream.of(method.getParameterTypes()))
        .anyMatch(type -> type == Page.class || Collection.class.isAssignableFrom(type));
  }
}
