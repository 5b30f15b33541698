package dev.aludel.migrations.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.migrations.Migrator;
import dev.aludel.migrations.MigratorBuilder;
import dev.aludel.migrations.run.TestDatabase.Kind;
import dev.aludel.test.Waiting;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.PGConnection;

/** Another session of PostgreSQL holds a table of ours, and whoever looks into it has to wait. */
@Timeout(300)
final class LockedTablesTest {
  @TempDir private Path folder;
  private TestDatabase database;
  private Scripts scripts;
  private Connection other;

  @BeforeEach
  void setUp() throws IOException, SQLException {
    database = Kind.POSTGRESQL.open(folder);
    scripts = new Scripts(folder).add("a1", "base", "create table t (id integer primary key);", "");
    migrator().build().upgrade();
    scripts.add("b2", "a1", "create table u (id integer primary key);", "");
    other = database.connect();
    other.setAutoCommit(false);
  }

  @AfterEach
  void close() throws SQLException {
    other.close();
    database.close();
  }

  private MigratorBuilder migrator() {
    return Migrator.builder()
        .url(database.url())
        .scripts(scripts.folder())
        .lockTimeout(Duration.ofMillis(50));
  }

  private void lock(String table) throws SQLException {
    TestDatabase.execute(other, "lock table " + table + " in access exclusive mode");
  }

  private void givesUp(String what, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOf(MigrationFailedException.class)
        .hasMessage(
            "Cannot read the %s of %s: the database says \"ERROR: canceling statement due to lock timeout\". Nothing was changed. Another session holds a lock that this needs: end it, or wait for it with a longer --lock-timeout, and run again."
                .formatted(what, shownUrl()));
  }

  private String shownUrl() {
    return database.url().replaceFirst(":[^:@/]+@", ":***@");
  }

  @Test
  void everyCall_givesUp_whenTheVersionTableStaysLocked() throws SQLException {
    lock("alembic_version");
    List<Function<Migrator, Object>> calls =
        List.of(
            Migrator::current,
            Migrator::upgrade,
            migrator -> migrator.downgrade("base"),
            migrator -> migrator.stamp("b2"),
            migrator -> migrator.markedHistory(null),
            migrator -> migrator.show("current"));
    for (Function<Migrator, Object> call : calls) {
      givesUp("version table", () -> call.apply(migrator().build()));
    }
    for (Function<Migrator, Object> call :
        List.<Function<Migrator, Object>>of(Migrator::appliedRevisions, Migrator::changedScripts)) {
      givesUp("journal", () -> call.apply(migrator().build()));
    }
  }

  @Test
  void upgrade_givesUp_whenTheJournalStaysLocked() throws SQLException {
    lock("aludel_journal");
    givesUp("journal", () -> migrator().build().upgrade());
    other.rollback();
    assertThat(migrator().build().upgrade().rowsAfter()).containsExactly("b2");
  }

  @Test
  void current_waits_whenTheVersionTableIsLockedForAWhile() throws Exception {
    lock("alembic_version");
    CompletableFuture<CurrentState> current =
        CompletableFuture.supplyAsync(
            () -> migrator().lockTimeout(Duration.ofMinutes(5)).build().current());
    String waiting =
        "select 1 from pg_stat_activity where %d = any (pg_blocking_pids(pid))"
            .formatted(other.unwrap(PGConnection.class).getBackendPID());
    Waiting.until("current waits for the table", () -> !database.query(waiting).isEmpty());
    other.rollback();

    assertThat(current.get(60, TimeUnit.SECONDS).rows()).containsExactly("a1");
  }

  @Test
  void lockTimeout_canBeLongerThanPostgresCounts() {
    Migrator migrator = migrator().lockTimeout(Duration.ofDays(365)).build();

    assertThat(migrator.upgrade().rowsAfter()).containsExactly("b2");
  }

  @Test
  void connection_keepsItsSettings_whateverBecomesOfTheReading() throws SQLException {
    try (Connection connection = database.connect()) {
      TestDatabase.execute(connection, "set lock_timeout = '7s'");
      Migrator migrator =
          Migrator.builder()
              .connection(connection)
              .scripts(scripts.folder())
              .lockTimeout(Duration.ofMillis(50))
              .build();
      assertThat(migrator.current().rows()).containsExactly("a1");
      assertThat(TestDatabase.query(connection, "show lock_timeout")).containsExactly("7s");
      lock("alembic_version");
      assertThatThrownBy(migrator::current).isInstanceOf(MigrationFailedException.class);
      assertThat(TestDatabase.query(connection, "show lock_timeout")).containsExactly("7s");
      assertThat(connection.getAutoCommit()).isTrue();
    }
  }
}
