package dev.aludel.migrations.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.aludel.migrations.run.Fault.Moment;
import dev.aludel.migrations.run.TestDatabase.Kind;
import dev.aludel.test.Waiting;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.postgresql.PGConnection;

/**
 * A process ends before, after and inside each statement of a run whose revisions run outside a
 * transaction. The next run goes on, and asks a person to look where nobody else can tell.
 */
final class ResumptionTest {
  private static final String FIRST =
      """
      --@ autocommit
      create table if not exists t (id integer primary key, v text);
      --@ autocommit
      --@ verbatim postgresql
      create index concurrently j on t (v);
      --@ autocommit
      --@ verbatim sqlite
      create index j on t (v);\
      """;
  private static final String SECOND =
      """
      --@ autocommit
      --@ verbatim postgresql
      create index concurrently i on t (v);
      --@ autocommit
      --@ verbatim sqlite
      create index i on t (v);
      --@ autocommit
      insert into t (id) values (7);
      --@ autocommit
      --@ verbatim postgresql
      drop index concurrently j;
      --@ autocommit
      --@ verbatim sqlite
      drop index j;
      --@ autocommit
      --@ verbatim
      analyze;\
      """;

  @TempDir private Path folder;

  /** A process is gone: nobody of it catches anything. */
  private static final class Crash extends Error {
    private static final long serialVersionUID = 1L;

    static void happen(Connection connection) throws SQLException {
      connection.close();
      throw new Crash();
    }
  }

  // The end of one statement is the begin of the next: nothing happens between them.
  @ParameterizedTest
  @EnumSource(Kind.class)
  void upgrade_goesOn_whereverTheProcessEnded(Kind kind) throws IOException, SQLException {
    List<String> asked = new ArrayList<>();
    try (Stage stage = Stage.in(folder, kind)) {
      stage.scripts().add("a1", "base", FIRST, "").add("b2", "a1", SECOND, "");
      stage.clear();
      Fault none = Fault.none();
      stage.upgrade(stage.disturbed(none));
      List<String> undisturbed = stage.snapshot();
      for (int number = 1; number <= none.statements().size(); number++) {
        String next = none.statements().get(number - 1);
        String said = crashAndGoOn(stage, Fault.at(number, Moment.BEFORE, Crash::happen));
        assertThat(stage.snapshot()).as("crash before %s", next).isEqualTo(undisturbed);
        if (said.contains("Look.")) {
          asked.add(next);
        }
      }
    }
    assertThat(asked)
        .containsExactly(
            "insert into t (id) values (7)",
            "update \"%s\".\"aludel_journal\" set running_statement = 0, statements = ? where sequence = ?"
                .formatted(kind == Kind.SQLITE ? "main" : "public"));
  }

  private static String crashAndGoOn(Stage stage, Fault fault) throws IOException {
    stage.clear();
    Throwable crash = catchThrowable(() -> stage.upgrade(stage.disturbed(fault)));
    assertThat(fault.happened()).isTrue();
    assertThat(crash).isInstanceOf(Crash.class);
    return stage.goOn(
        stage.undisturbed(),
        () -> !stage.database().query("select id from t where id = 7").isEmpty());
  }

  @Timeout(120)
  @ParameterizedTest
  @CsvSource({
    "create index concurrently i, i, insert into t (id) values (99)",
    "drop index concurrently j, j, lock table t in access share mode"
  })
  void upgrade_clearsTheIndexAway_whenAConnectionEndsThatMadeOrDroppedIt(
      String statement, String index, String waitedFor) throws Exception {
    try (Stage stage = Stage.in(folder, Kind.POSTGRESQL)) {
      stage.scripts().add("a1", "base", FIRST, "").add("b2", "a1", SECOND, "");
      stage.undisturbed().build().upgrade();
      List<String> undisturbed = stage.snapshot();
      stage.set();
      try (Connection other = stage.database().connect()) {
        TestDatabase.execute(other, "begin", waitedFor);
        CompletableFuture<String> said =
            CompletableFuture.supplyAsync(() -> stage.upgrade(stage.disturbed(Fault.none())));
        endWaiting(stage.database(), other, "pg_terminate_backend");
        assertThat(said.get(60, TimeUnit.SECONDS))
            .contains(
                "the connection was lost",
                "Whether this one took effect, or still will, is not known, since it runs outside a"
                    + " transaction: the next run looks, or says what to look at.");
      }
      assertThat(invalidIndexes(stage)).containsExactly(index);
      assertThat(stage.upgrade(stage.undisturbed())).isEqualTo("(ends well)");
      assertThat(invalidIndexes(stage)).isEmpty();
      assertThat(stage.snapshot()).isEqualTo(undisturbed);
    }
  }

  private static List<String> invalidIndexes(Stage stage) {
    return stage
        .database()
        .query(
            "select regexp_replace(indexrelid::regclass::text, '[0-9]+', 'N') from pg_index"
                + " where not indisvalid order by 1");
  }

  /** Until its writers are done, a new index waits; until its readers are, an old one. */
  @Timeout(120)
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "reindex index concurrently j | insert into t (id) values (99) | pg_terminate_backend |"
            + " j_ccnew",
        "reindex index concurrently j | lock table t in access share mode | pg_terminate_backend |"
            + " j_ccold",
        "reindex index concurrently j | insert into t (id) values (99) | pg_cancel_backend |"
            + " j_ccnew",
        "reindex (verbose, concurrently) table public.t | insert into t (id) values (99)"
            + " | pg_terminate_backend | j_ccnew,pg_toast.pg_toast_N_index_ccnew,t_pkey_ccnew",
        "reindex table concurrently \"t\" | lock table t in access share mode"
            + " | pg_cancel_backend | j_ccold,pg_toast.pg_toast_N_index_ccold,t_pkey_ccold"
      })
  void upgrade_clearsTheIndexesAway_thatABrokenReindexLeft(
      String statement, String waitedFor, String end, String indexes) throws Exception {
    try (Stage stage = Stage.in(folder, Kind.POSTGRESQL)) {
      stage.scripts().add("a1", "base", FIRST, "").add("b2", "a1", reindexing(statement), "");
      stage.undisturbed().build().upgrade();
      List<String> undisturbed = stage.snapshot();
      stage.set();
      try (Connection other = stage.database().connect()) {
        TestDatabase.execute(other, "begin", waitedFor);
        CompletableFuture<String> said =
            CompletableFuture.supplyAsync(() -> stage.upgrade(stage.disturbed(Fault.none())));
        endWaiting(stage.database(), other, end);
        assertThat(said.get(60, TimeUnit.SECONDS)).startsWith("Upgrade to b2 failed at b2.sql:");
      }
      assertThat(invalidIndexes(stage)).containsExactly(indexes.split(","));
      assertThat(stage.upgrade(stage.undisturbed())).isEqualTo("(ends well)");
      assertThat(invalidIndexes(stage)).isEmpty();
      assertThat(stage.snapshot()).isEqualTo(undisturbed);
    }
  }

  private static String reindexing(String statement) {
    return """
    --@ autocommit
    --@ verbatim postgresql
    %s;
    --@ autocommit
    --@ verbatim sqlite
    reindex t;\
    """
        .formatted(statement);
  }

  /**
   * Half done, a statement waits for the transaction of another session; there it ends. It waits
   * for others too before it gets there, be it only for whoever looks at it meanwhile.
   */
  private static void endWaiting(TestDatabase database, Connection awaited, String end)
      throws SQLException {
    String ended =
        "select %s(pid) from pg_stat_activity where %d = any (pg_blocking_pids(pid))"
            .formatted(end, awaited.unwrap(PGConnection.class).getBackendPID());
    Waiting.until("a statement waits for the session", () -> !database.query(ended).isEmpty());
  }
}
