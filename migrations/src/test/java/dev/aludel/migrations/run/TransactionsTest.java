package dev.aludel.migrations.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.migrations.Migrator;
import dev.aludel.migrations.MigratorBuilder;
import dev.aludel.migrations.plan.Step;
import dev.aludel.migrations.run.RunSettings.Transactions;
import dev.aludel.migrations.run.RunSettings.UnknownRows;
import dev.aludel.migrations.run.TestDatabase.Kind;
import dev.aludel.migrations.script.ScriptException;
import dev.aludel.migrations.script.ScriptStatement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.TransactionState;

/** What a run leaves behind: the transactions of its settings, and steps that broke off. */
final class TransactionsTest {
  private static final String INDEX =
      """
      --@ autocommit
      --@ verbatim postgresql
      create index concurrently i on t (v);
      --@ verbatim sqlite
      --@ autocommit
      create index i on t (v);
      --@ autocommit
      insert into t (id) values (7);\
      """;

  @TempDir private Path folder;
  private Scripts scripts;

  @BeforeEach
  void writeScripts() throws IOException {
    scripts =
        new Scripts(Files.createDirectory(folder.resolve("revisions")))
            .add("a1", "base", "create table t (id integer primary key, v text);", "drop table t;")
            .add("b2", "a1", "alter table t alter column v set data type varchar(9);", "");
  }

  private MigratorBuilder migrator(TestDatabase database) {
    return Migrator.builder().url(database.url()).scripts(scripts.folder());
  }

  private MigratorBuilder inOne(TestDatabase database) {
    return migrator(database).transactions(Transactions.ONE_FOR_ALL);
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void upgrade_appliesAll_whenTheRunIsOneTransaction(Kind kind) {
    try (TestDatabase database = kind.open(folder)) {
      assertThat(inOne(database).build().upgrade().rowsAfter()).containsExactly("b2");
      assertThat(database.query("select revision from aludel_journal order by sequence"))
          .containsExactly("a1", "b2");
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void upgrade_leavesNothing_whenTheRunIsOneTransactionAndFails(Kind kind) {
    scripts.add("c3", "b2", "insert into t (id) values (1);\ninsert into t (id) values (1);", "");
    try (TestDatabase database = kind.open(folder)) {
      Migrator migrator = inOne(database).build();

      assertThatThrownBy(migrator::upgrade)
          .isInstanceOf(MigrationFailedException.class)
          .hasMessageEndingWith(
              "The database is as it was: at base. Mend the script or the data, and run again.");
      assertThat(database.tables()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void upgrade_isRefused_whenTheRunIsOneTransactionAndARevisionRunsOutside(Kind kind) {
    scripts.add("c3", "b2", "--@ autocommit\nselect 1;", "");
    try (TestDatabase database = kind.open(folder)) {
      Migrator migrator = inOne(database).build();

      assertThatThrownBy(migrator::upgrade)
          .isInstanceOf(ScriptException.class)
          .hasMessageEndingWith(
              "c3.sql:5:1: this revision runs outside a transaction, and so cannot be part of one"
                  + " for the whole run. Run it with a transaction for each revision.");
      assertThat(database.tables()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void upgrade_leavesNoTransactionOpen_whateverEndsIt(Kind kind) throws SQLException {
    MigrationListener failing =
        new MigrationListener() {
          @Override
          public void executing(Step step, ScriptStatement statement) {
            throw new AssertionError("no");
          }
        };
    try (TestDatabase database = kind.open(folder);
        Connection caller = database.connect()) {
      for (Transactions transactions : Transactions.values()) {
        Migrator migrator =
            Migrator.builder()
                .connection(caller)
                .scripts(scripts.folder())
                .transactions(transactions)
                .listener(failing)
                .build();

        assertThatThrownBy(migrator::upgrade).isInstanceOf(AssertionError.class).hasMessage("no");

        assertThat(isInTransaction(caller)).isFalse();
        assertThat(database.tables()).isEmpty();
      }
    }
  }

  // SQLite begins none inside another; PostgreSQL's driver is told with each answer.
  private static boolean isInTransaction(Connection connection) throws SQLException {
    if (connection.isWrapperFor(BaseConnection.class)) {
      return connection.unwrap(BaseConnection.class).getTransactionState() != TransactionState.IDLE;
    }
    try {
      TestDatabase.execute(connection, "begin", "rollback");
      return false;
    } catch (SQLException e) {
      return true;
    }
  }

  /** Lets the lock go when the run comes to the locked table for the second time. */
  private static final class Release implements MigrationListener {
    private final Connection blocker;
    private int tries;

    Release(Connection blocker) {
      this.blocker = blocker;
    }

    @Override
    public void executing(Step step, ScriptStatement statement) {
      tries++;
      if (tries == 2) {
        try {
          blocker.rollback();
        } catch (SQLException e) {
          throw new IllegalStateException(e);
        }
      }
    }
  }

  private static Connection blocker(TestDatabase database) throws SQLException {
    Connection blocker = database.connect();
    blocker.setAutoCommit(false);
    TestDatabase.execute(blocker, "lock table t in access exclusive mode");
    return blocker;
  }

  @Test
  void upgrade_triesAgain_whenATableIsLockedForAWhile() throws SQLException {
    try (TestDatabase database = Kind.POSTGRESQL.open(folder)) {
      migrator(database).build().upgrade("a1");
      try (Connection blocker = blocker(database)) {
        Release release = new Release(blocker);

        MigrationResult result =
            migrator(database)
                .lockTimeout(Duration.ofMillis(50))
                .listener(release)
                .build()
                .upgrade();

        assertThat(result.rowsAfter()).containsExactly("b2");
        assertThat(release.tries).isEqualTo(2);
      }
    }
  }

  @Test
  void upgrade_leavesNothing_whenTheRunIsOneTransactionAndATableStaysLocked() throws SQLException {
    scripts.add("b2", "a1", "create table u (id integer);", "");
    scripts.add("c3", "b2", "insert into t (id) values (1);", "");
    try (TestDatabase database = Kind.POSTGRESQL.open(folder)) {
      migrator(database).build().upgrade("a1");
      try (Connection blocker = blocker(database)) {
        Migrator migrator = inOne(database).lockTimeout(Duration.ofMillis(50)).build();

        assertThatThrownBy(migrator::upgrade)
            .isInstanceOf(MigrationFailedException.class)
            .hasMessage(
                "Upgrade to c3 failed at %s/c3.sql:4:1: the database says \"ERROR: canceling statement due to lock timeout\".\n  Statement: insert into t (id) values (1)\n  The database is as it was: at a1. Another session holds a lock that this needs: end it, or wait for it with a longer --lock-timeout, and run again."
                    .formatted(scripts.folder()));
        blocker.rollback();
      }
      assertThat(database.tables()).containsExactly("alembic_version", "aludel_journal", "t");
      assertThat(inOne(database).build().upgrade().rowsAfter()).containsExactly("c3");
    }
  }

  @Test
  void upgrade_givesUp_whenATableStaysLocked() throws SQLException {
    try (TestDatabase database = Kind.POSTGRESQL.open(folder)) {
      migrator(database).build().upgrade("a1");
      try (Connection blocker = blocker(database)) {
        Migrator migrator = migrator(database).lockTimeout(Duration.ofMillis(50)).build();

        assertThatThrownBy(migrator::upgrade)
            .isInstanceOf(MigrationFailedException.class)
            .hasMessage(
                "Upgrade to b2 failed at %s/b2.sql:4:1: the database says \"ERROR: canceling statement due to lock timeout\", at each of 5 tries.\n  Statement: alter table t alter column v set data type varchar(9)\n  The database is as it was: at a1. Another session holds a lock that this needs: end it, or wait for it with a longer --lock-timeout, and run again."
                    .formatted(scripts.folder()));
        blocker.rollback();
      }
      assertThat(migrator(database).build().current().rows()).containsExactly("a1");
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void upgrade_leavesRowsOfOthersAlone_whenItIsToldTo(Kind kind) {
    try (TestDatabase database = kind.open(folder)) {
      migrator(database).build().upgrade("a1");
      database.execute("insert into alembic_version values ('theirs')");
      Migrator migrator = migrator(database).unknownRows(UnknownRows.LEFT_ALONE).build();

      assertThat(migrator.upgrade().rowsAfter()).containsExactly("b2");
      assertThat(database.query("select version_num from alembic_version order by 1"))
          .containsExactly("b2", "theirs");
    }
  }

  private void addIndexRevision() {
    scripts.add("c3", "b2", INDEX, "drop index i;");
  }

  /** As if the process had been killed while statement {@code running} ran. */
  private void breakOff(TestDatabase database, int done, int running) {
    migrator(database).build().upgrade("b2");
    try {
      migrator(database).build().upgrade("c3");
    } finally {
      database.execute(
          "delete from t",
          "update alembic_version set version_num = 'b2'",
          "update aludel_journal set finished_time = null, statements = %d, running_statement = %d where revision = 'c3'"
              .formatted(done, running));
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void upgrade_recordsTheIndex_whenItBrokeOffAfterTheIndexWasMade(Kind kind) {
    addIndexRevision();
    try (TestDatabase database = kind.open(folder)) {
      breakOff(database, 0, 1);

      assertThat(migrator(database).build().upgrade().rowsAfter()).containsExactly("c3");
      assertThat(database.query("select id from t")).containsExactly("7");
      assertThat(
              database.query(
                  "select statements from aludel_journal where revision = 'c3' and finished_time is"
                      + " not null"))
          .containsExactly("2");
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void upgrade_makesTheIndex_whenItBrokeOffBefore(Kind kind) {
    addIndexRevision();
    try (TestDatabase database = kind.open(folder)) {
      breakOff(database, 0, 1);
      database.execute("drop index i");

      assertThat(migrator(database).build().upgrade().rowsAfter()).containsExactly("c3");
      assertThat(
              database.query(
                  kind == Kind.SQLITE
                      ? "select name from sqlite_schema where name = 'i'"
                      : "select indexname from pg_indexes where indexname = 'i'"))
          .containsExactly("i");
    }
  }

  @Test
  void upgrade_makesTheIndexAgain_whenItIsInvalid() {
    addIndexRevision();
    try (TestDatabase database = Kind.POSTGRESQL.open(folder)) {
      breakOff(database, 0, 1);
      database.execute("update pg_index set indisvalid = false where indexrelid = 'i'::regclass");

      assertThat(migrator(database).build().upgrade().rowsAfter()).containsExactly("c3");
      assertThat(database.query("select indisvalid from pg_index where indexrelid = 'i'::regclass"))
          .containsExactly("t");
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void upgrade_goesOnBehindTheStatementsThatRan(Kind kind) {
    addIndexRevision();
    try (TestDatabase database = kind.open(folder)) {
      breakOff(database, 1, 0);

      assertThat(migrator(database).build().upgrade().rowsAfter()).containsExactly("c3");
      assertThat(database.query("select id from t")).containsExactly("7");
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void upgrade_asksToLook_whenNobodyCanTellIfAStatementRan(Kind kind) {
    addIndexRevision();
    try (TestDatabase database = kind.open(folder)) {
      breakOff(database, 1, 2);
      Migrator migrator = migrator(database).build();

      assertThatThrownBy(migrator::upgrade)
          .isInstanceOf(InterruptedStepException.class)
          .hasMessage(
              "Upgrade to c3 was broken off while it ran, outside a transaction, its statement 2 at"
                  + " %s/c3.sql:11:1: \"insert into t (id) values (7)\". Nobody can tell whether it"
                      .formatted(scripts.folder())
                  + " took effect"
                  + (kind == Kind.POSTGRESQL ? ", or still runs (pg_stat_activity shows that)" : "")
                  + ". Look. If it did, run \"update aludel_journal set"
                  + " running_statement = 0, statements = 2 where sequence = 3\"; if not, \"update"
                  + " aludel_journal set running_statement = 0 where sequence = 3\". Then run"
                  + " again.");
      database.execute("update aludel_journal set running_statement = 0 where sequence = 3");
      assertThat(migrator.upgrade().rowsAfter()).containsExactly("c3");
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void upgrade_beginsAnew_whenTheUnfinishedStepWasReverted(Kind kind) {
    addIndexRevision();
    try (TestDatabase database = kind.open(folder)) {
      breakOff(database, 1, 0);
      migrator(database).build().stamp("c3");
      migrator(database).build().downgrade("b2");

      migrator(database).build().upgrade();

      assertThat(
              database.query(
                  kind == Kind.SQLITE
                      ? "select name from sqlite_schema where name = 'i'"
                      : "select indexname from pg_indexes where indexname = 'i'"))
          .containsExactly("i");
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void upgrade_canBeTriedAgain_whenTheListenerThrewBeforeAStatementOutside(Kind kind) {
    addIndexRevision();
    try (TestDatabase database = kind.open(folder)) {
      migrator(database).build().upgrade("b2");
      Migrator throwing =
          migrator(database)
              .listener(
                  new MigrationListener() {
                    @Override
                    public void executing(Step step, ScriptStatement statement) {
                      throw new IllegalStateException("no");
                    }
                  })
              .build();
      assertThatThrownBy(throwing::upgrade).isInstanceOf(IllegalStateException.class);

      assertThat(migrator(database).build().upgrade().rowsAfter()).containsExactly("c3");
    }
  }

  @Test
  void upgrade_judgesTheIndexOfItsOwnTable_whenAnotherSchemaHasOneOfTheSameName() {
    scripts.add(
        "c3",
        "b2",
        "--@ autocommit\n"
            + "--@ verbatim postgresql\n"
            + "create index concurrently i on s2.x (id);\n"
            + "--@ verbatim sqlite\n"
            + "select 1;",
        "");
    try (TestDatabase database = Kind.POSTGRESQL.open(folder)) {
      database.execute(
          "create schema s2", "create table s2.x (id integer)", "create table y (id integer)");
      breakOff(database, 0, 1);
      database.execute("drop index s2.i", "create index i on y (id)");

      migrator(database).build().upgrade();

      assertThat(
              database.query("select schemaname from pg_indexes where indexname = 'i' order by 1"))
          .containsExactly("public", "s2");
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void upgrade_asksToLook_whenTheScriptOfAnUnfinishedStepHasChanged(Kind kind) {
    addIndexRevision();
    try (TestDatabase database = kind.open(folder)) {
      breakOff(database, 1, 0);
      scripts.add("c3", "b2", "--@ autocommit\nselect 1;", "");
      Migrator migrator = migrator(database).build();

      assertThatThrownBy(migrator::upgrade)
          .isInstanceOf(InterruptedStepException.class)
          .hasMessageStartingWith(
              "Upgrade to c3 did not end: 1 of its statements ran outside a transaction, and its"
                  + " script has changed since.");
    }
  }
}
