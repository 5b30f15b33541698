package dev.aludel.migrations.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.aludel.migrations.Migrator;
import dev.aludel.migrations.plan.Plan;
import dev.aludel.migrations.plan.Step;
import dev.aludel.migrations.revision.RevisionId;
import dev.aludel.migrations.run.TestDatabase.Kind;
import dev.aludel.migrations.script.ScriptException;
import dev.aludel.migrations.script.ScriptStatement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class OnlineRunnerTest {
  @TempDir private Path folder;
  private Scripts scripts;

  @BeforeEach
  void writeScripts() throws IOException {
    scripts =
        new Scripts(Files.createDirectory(folder.resolve("revisions")))
            .add("a1", "base", "create table t (id integer primary key, v text);", "drop table t;")
            .add(
                "b2",
                "a1",
                "insert into t (id, v) values (1, 'one'), (2, 'two');",
                "delete from t;");
  }

  private Migrator migrator(TestDatabase database) {
    return Migrator.builder().url(database.url()).scripts(scripts.folder()).build();
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void run_appliesAndRevertsEachRevision(Kind kind) {
    try (TestDatabase database = kind.open(folder)) {
      MigrationResult up = migrator(database).upgrade();

      assertThat(up.steps())
          .extracting(done -> done.step().revision().id().value())
          .containsExactly("a1", "b2");
      assertThat(up.rowsBefore()).isEmpty();
      assertThat(up.rowsAfter()).containsExactly("b2");
      assertThat(database.query("select v from t order by id")).containsExactly("one", "two");
      assertThat(database.query("select version_num from alembic_version")).containsExactly("b2");

      MigrationResult down = migrator(database).downgrade("base");

      assertThat(down.steps())
          .extracting(done -> done.step().revision().id().value())
          .containsExactly("b2", "a1");
      assertThat(database.tables()).containsExactly("alembic_version", "aludel_journal");
      assertThat(database.query("select version_num from alembic_version")).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void run_doesNothing_whenNothingIsToDo(Kind kind) {
    try (TestDatabase database = kind.open(folder)) {
      migrator(database).upgrade();

      assertThat(migrator(database).upgrade().nothingToDo()).isTrue();
      assertThat(database.query("select count(*) from aludel_journal")).containsExactly("2");
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void run_writesTheJournal(Kind kind) {
    try (TestDatabase database = kind.open(folder)) {
      migrator(database).upgrade();
      migrator(database).downgrade("-1");

      assertThat(
              database.query(
                  "select sequence || ' ' || revision || ' ' || direction || ' ' || statements"
                      + " || ' ' || length(checksum) from aludel_journal order by sequence"))
          .containsExactly("1 a1 upgrade 1 64", "2 b2 upgrade 1 64", "3 b2 downgrade 1 64");
      assertThat(
              database.query(
                  "select count(*) from aludel_journal where finished_time >= started_time and"
                      + " started_time > 1700000000000 and aludel_version like '_%.%'"))
          .containsExactly("3");
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void run_leavesTheDatabaseAtARevision_whenAStatementFails(Kind kind) {
    scripts.add(
        "c3",
        "b2",
        "create table u (id integer primary key);\n"
            + "insert into u (id) values (1);\n"
            + "insert into u\n"
            + "  (id) values (1);",
        "drop table u;");
    try (TestDatabase database = kind.open(folder)) {
      Migrator migrator = migrator(database);

      MigrationFailedException failure =
          catchThrowableOfType(MigrationFailedException.class, migrator::upgrade);

      String words =
          kind == Kind.SQLITE
              ? "UNIQUE constraint failed: u.id"
              : "ERROR: duplicate key value violates unique constraint \"u_pkey\"; Detail: Key"
                  + " (id)=(1) already exists.";
      assertThat(failure)
          .hasMessage(
              "Upgrade to c3 failed at %s/c3.sql:6:1: the database says \"%s\".\n  Statement: insert into u (id) values (1)\n  The database is at b2: the 2 revisions before this one stay. Mend the script or the data, and run again."
                  .formatted(scripts.folder(), words));
      assertThat(failure.step().map(step -> step.revision().id())).contains(RevisionId.of("c3"));
      assertThat(failure.completed()).hasSize(2);
      assertThat(database.tables()).containsExactly("alembic_version", "aludel_journal", "t");
      assertThat(migrator.current().rows()).containsExactly("b2");
      assertThat(database.query("select count(*) from aludel_journal")).containsExactly("2");
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void run_goesOn_whenTheFailedScriptIsMended(Kind kind) {
    scripts.add("c3", "b2", "insert into t (id) values (1);", "");
    try (TestDatabase database = kind.open(folder)) {
      Migrator before = migrator(database);
      assertThatThrownBy(before::upgrade).isInstanceOf(MigrationFailedException.class);
      scripts.add("c3", "b2", "insert into t (id) values (3);", "");

      assertThat(migrator(database).upgrade().steps()).hasSize(1);
      assertThat(migrator(database).current().rows()).containsExactly("c3");
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void run_runsNothing_whenALaterScriptIsWrong(Kind kind) {
    scripts.add("c3", "b2", "create table u (a money);", "");
    try (TestDatabase database = kind.open(folder)) {
      Migrator migrator = migrator(database);

      assertThatThrownBy(migrator::upgrade).isInstanceOf(ScriptException.class);
      assertThat(database.tables()).isEmpty();
    }
  }

  @Test
  void run_runsNothing_whenALaterStatementDoesNotCompileOnSqlite() {
    scripts.add("c3", "b2", "alter table t add column w text;\nupdate t set x = 1;", "");
    TestDatabase database = Kind.SQLITE.open(folder);
    Migrator migrator = migrator(database);

    assertThatThrownBy(migrator::upgrade)
        .isInstanceOf(ScriptException.class)
        .hasMessage(
            "%s/c3.sql:5:1: SQLite does not take \"update t set x = 1\": no such column: x."
                .formatted(scripts.folder()));
    assertThat(folder.resolve("test.db")).doesNotExist();
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void run_refusesADowngrade_whenARevisionIsIrreversible(Kind kind) {
    scripts.add("c3", "b2", "delete from t;", "--@ irreversible the rows are gone");
    try (TestDatabase database = kind.open(folder)) {
      Migrator migrator = migrator(database);
      migrator.upgrade();

      assertThatThrownBy(() -> migrator.downgrade("a1"))
          .isInstanceOf(IrreversibleException.class)
          .hasMessage(
              "Cannot downgrade through c3 (%s/c3.sql): the rows are gone. Stop above it, or write its downgrade section."
                  .formatted(scripts.folder()));
      assertThat(migrator.current().rows()).containsExactly("c3");
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void run_runsOutsideATransaction_whenTheScriptSaysSo(Kind kind) {
    scripts.add(
        "c3",
        "b2",
        "--@ autocommit\n"
            + "--@ verbatim sqlite\n"
            + "vacuum;\n"
            + "--@ autocommit\n"
            + "--@ verbatim postgresql\n"
            + "create index concurrently i on t (v);",
        "");
    try (TestDatabase database = kind.open(folder)) {
      assertThat(migrator(database).upgrade().rowsAfter()).containsExactly("c3");
      assertThat(
              database.query(
                  "select statements from aludel_journal where revision = 'c3' and finished_time is"
                      + " not null"))
          .containsExactly("1");
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void run_saysWhatStays_whenAStatementOutsideATransactionFails(Kind kind) {
    scripts.add(
        "c3",
        "b2",
        "--@ autocommit\n"
            + "create table u (id integer);\n"
            + "--@ autocommit\n"
            + "insert into t (id) values (1);",
        "");
    try (TestDatabase database = kind.open(folder)) {
      Migrator migrator = migrator(database);

      assertThatThrownBy(migrator::upgrade)
          .isInstanceOf(MigrationFailedException.class)
          .hasMessageEndingWith(
              "The database is at b2: the 2 revisions before this one stay. 1 of 2 statements of"
                  + " this revision ran outside a transaction, and stays. Mend the script or the"
                  + " data, and run again.");
      assertThat(database.query("select count(*) from u")).containsExactly("0");
      assertThat(
              database.query("select statements from aludel_journal where finished_time is null"))
          .containsExactly("1");
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void run_enforcesForeignKeys(Kind kind) {
    scripts.add(
        "c3",
        "b2",
        "create table c (t_id integer references t (id));\ninsert into c (t_id) values (9);",
        "");
    try (TestDatabase database = kind.open(folder)) {
      Migrator migrator = migrator(database);

      assertThatThrownBy(migrator::upgrade)
          .isInstanceOf(MigrationFailedException.class)
          .hasMessageContaining("c3.sql:5:1");
      assertThat(migrator.current().rows()).containsExactly("b2");
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void run_leavesTheConnectionAsItWas_whenItBelongsToSomebodyElse(Kind kind) throws SQLException {
    try (TestDatabase database = kind.open(folder);
        Connection connection = database.connect()) {
      Migrator.builder().connection(connection).scripts(scripts.folder()).build().upgrade();

      assertThat(connection.isClosed()).isFalse();
      assertThat(connection.getAutoCommit()).isTrue();
      if (kind == Kind.SQLITE) {
        try (Statement statement = connection.createStatement()) {
          assertThat(statement.executeQuery("pragma foreign_keys").getInt(1)).isZero();
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void connection_isRefused_whenATransactionOfItsOwnerMayBeOpen(Kind kind) throws SQLException {
    try (TestDatabase database = kind.open(folder);
        Connection connection = database.connect()) {
      TestDatabase.execute(connection, "create table mine (id integer)");
      Migrator migrator =
          Migrator.builder().connection(connection).scripts(scripts.folder()).build();
      connection.setAutoCommit(false);
      TestDatabase.execute(connection, "insert into mine values (1)");

      for (ThrowingCallable call :
          List.<ThrowingCallable>of(
              () -> Migrator.builder().connection(connection), migrator::upgrade)) {
        assertThatThrownBy(call)
            .isInstanceOf(IllegalStateException.class)
            .hasMessage(
                "The connection is not in auto-commit mode: a run begins and commits transactions of its own, and would commit what its owner has not. Call setAutoCommit(true) before, when nothing is left to commit.");
      }
      connection.rollback();
      assertThat(TestDatabase.query(connection, "select count(*) from mine")).containsExactly("0");
      connection.rollback();
      assertThat(database.tables()).containsExactly("mine");
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void run_refusesTheStep_whenSomebodyElseChangedTheRows(Kind kind) {
    try (TestDatabase database = kind.open(folder)) {
      migrator(database).upgrade("a1");
      Migrator migrator =
          Migrator.builder()
              .url(database.url())
              .scripts(scripts.folder())
              .listener(
                  new MigrationListener() {
                    @Override
                    public void planned(Plan plan) {
                      database.execute("update alembic_version set version_num = 'b2'");
                    }
                  })
              .build();

      assertThatThrownBy(migrator::upgrade)
          .isInstanceOf(VersionTableException.class)
          .hasMessage(
              "The version table changed meanwhile: planned from a1, found b2. Somebody else"
                  + " migrates this database; run again.");
      assertThat(database.query("select count(*) from t")).containsExactly("0");
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void run_refusesTheNextStep_whenSomebodyElseChangedTheRowsBetweenTwo(Kind kind) {
    try (TestDatabase database = kind.open(folder)) {
      Migrator migrator =
          Migrator.builder()
              .url(database.url())
              .scripts(scripts.folder())
              .listener(
                  new MigrationListener() {
                    @Override
                    public void finished(CompletedStep step) {
                      database.execute("insert into alembic_version values ('x9')");
                    }
                  })
              .build();

      assertThatThrownBy(migrator::upgrade)
          .isInstanceOf(VersionTableException.class)
          .hasMessage(
              "The version table changed meanwhile: planned from a1, found a1, x9. Somebody else"
                  + " migrates this database; run again.");
      assertThat(database.query("select count(*) from t")).containsExactly("0");
      assertThat(database.query("select revision from aludel_journal")).containsExactly("a1");
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void run_numbersTheJournal_acrossStepsInsideAndOutsideTransactions(Kind kind) {
    scripts.add("c3", "b2", "--@ autocommit\ncreate index i on t (v);", "drop index i;");
    scripts.add("d4", "c3", "insert into t (id, v) values (3, 'three');", "delete from t;");
    scripts.add("e5", "d4", "insert into t (id, v) values (4, 'four');", "delete from t;");
    try (TestDatabase database = kind.open(folder)) {
      migrator(database).upgrade();

      assertThat(
              database.query(
                  "select sequence || ' ' || revision from aludel_journal order by sequence"))
          .containsExactly("1 a1", "2 b2", "3 c3", "4 d4", "5 e5");
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void run_refusesToGuess_whenTheVersionTableHasARowTwice(Kind kind) {
    try (TestDatabase database = kind.open(folder)) {
      database.execute(
          "create table alembic_version (version_num varchar(32))",
          "insert into alembic_version values ('a1'), ('a1')");
      Migrator migrator = migrator(database);

      assertThatThrownBy(migrator::upgrade)
          .isInstanceOf(VersionTableException.class)
          .hasMessage(
              "The version table alembic_version has the row a1 more than once. Delete the spare"
                  + " rows; a version table has each row once.");
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void run_tellsTheListenerEverything(Kind kind) {
    List<String> heard = new ArrayList<>();
    try (TestDatabase database = kind.open(folder)) {
      Migrator.builder()
          .url(database.url())
          .scripts(scripts.folder())
          .listener(new Recorder(heard))
          .build()
          .upgrade();
    }

    assertThat(heard)
        .containsExactly(
            "planned 2",
            "started a1",
            "executing create table t (id integer primary key, v text)",
            "finished a1 1",
            "started b2",
            "executing insert into t (id, v) values (1, 'one'), (2, 'two')",
            "finished b2 1");
  }

  private record Recorder(List<String> heard) implements MigrationListener {
    @Override
    public void planned(Plan plan) {
      heard.add("planned " + plan.steps().size());
    }

    @Override
    public void started(Step step) {
      heard.add("started " + step.revision().id());
    }

    @Override
    public void executing(Step step, ScriptStatement statement) {
      heard.add("executing " + statement.text());
    }

    @Override
    public void finished(CompletedStep step) {
      heard.add("finished " + step.step().revision().id() + " " + step.statements());
    }
  }
}
