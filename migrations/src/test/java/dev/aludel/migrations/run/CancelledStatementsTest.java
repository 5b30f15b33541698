package dev.aludel.migrations.run;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.migrations.Migrator;
import dev.aludel.migrations.MigratorBuilder;
import dev.aludel.migrations.plan.Step;
import dev.aludel.migrations.run.TestDatabase.Kind;
import dev.aludel.migrations.script.ScriptStatement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is said of a statement that did not come to its end, and who ended it. */
final class CancelledStatementsTest {
  private static final String LONG =
      "--@ verbatim postgresql\nselect pg_sleep(600);\n"
          + "--@ verbatim sqlite\nwith recursive n (i) as (select 1 union all select i + 1 from n) select count(*) from n;";

  @TempDir private Path folder;
  private Scripts scripts;

  @BeforeEach
  void writeScripts() throws IOException {
    scripts =
        new Scripts(Files.createDirectory(folder.resolve("revisions")))
            .add("r1", "base", "create table t1 (id integer);", "drop table t1;");
  }

  private MigratorBuilder migrator(TestDatabase database) {
    return Migrator.builder().url(database.url()).scripts(scripts.folder());
  }

  @Test
  void upgrade_namesTheTimeLimit_whenThatEndedIt() {
    scripts.add("r2", "r1", "--@ verbatim\nset local statement_timeout = 50;\n" + LONG, "");
    assertTimedOut();
  }

  @Test
  void upgrade_namesTheTimeLimit_whenThatEndedAStatementOutsideATransaction() {
    scripts.add(
        "r2",
        "r1",
        "--@ autocommit\n--@ verbatim postgresql\ndo $$ begin perform set_config('statement_timeout', '50', false); end $$;\n--@ autocommit\n"
            + LONG,
        "");
    assertTimedOut();
  }

  private void assertTimedOut() {
    try (TestDatabase database = Kind.POSTGRESQL.open(folder)) {
      assertThatThrownBy(() -> migrator(database).build().upgrade())
          .hasMessageEndingWith(
              "The statement took longer than statement_timeout allows: raise that for the run, as with ?options=-c%20statement_timeout=0 in the URL, and run again.");
    }
  }

  @Test
  void upgrade_doesNotBlameATimeLimit_whenSomebodyEndedIt() {
    scripts.add(
        "r2", "r1", "--@ verbatim\nselect pg_cancel_backend(pg_backend_pid());\n" + LONG, "");
    try (TestDatabase database = Kind.POSTGRESQL.open(folder)) {
      assertThatThrownBy(() -> migrator(database).build().upgrade())
          .hasMessageContaining("The database is at r1: the revision before this one stays. ")
          .hasMessageEndingWith(
              "Somebody cancelled the statement, as pg_cancel_backend does; no time limit ended it. Run again when nobody objects.");
    }
  }

  /** Ends the first long statement from another thread, as a signal does. */
  private static final class Ending implements MigrationListener {
    private final AtomicReference<Runnable> cancel = new AtomicReference<>();
    private volatile boolean over;

    @Override
    public void opened(Runnable value) {
      cancel.set(value);
    }

    @Override
    public void executing(Step step, ScriptStatement statement) {
      if (step.revision().id().value().equals("r2")) {
        Thread thread = new Thread(this::endAgainAndAgain);
        thread.setDaemon(true);
        thread.start();
      }
    }

    // It may come before the statement has begun.
    private void endAgainAndAgain() {
      while (!over) {
        requireNonNull(cancel.get()).run();
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void opened_givesAWayToEndTheStatement(Kind kind) {
    scripts.add("r2", "r1", LONG, "");
    Ending ending = new Ending();
    try (TestDatabase database = kind.open(folder)) {
      assertThatThrownBy(() -> migrator(database).listener(ending).build().upgrade())
          .isInstanceOfSatisfying(
              MigrationFailedException.class, failed -> assertThat(failed.completed()).hasSize(1))
          .hasMessageContaining("The database is at r1: the revision before this one stays. ");
      ending.over = true;
      assertThat(migrator(database).build().current().rows()).containsExactly("r1");
    } finally {
      ending.over = true;
    }
  }
}
