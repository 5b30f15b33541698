package dev.aludel.migrations.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.aludel.migrations.Migrator;
import dev.aludel.migrations.MigratorBuilder;
import dev.aludel.migrations.database.Database;
import dev.aludel.migrations.database.DatabaseUrl;
import dev.aludel.migrations.plan.Plan;
import dev.aludel.test.FreshDatabase;
import dev.aludel.test.TestPooler;
import dev.aludel.test.TestPooler.Mode;
import dev.aludel.test.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Behind a pooler a run works, or is refused; no lock of it stays with a process of the server. */
final class PoolerTest {
  private static final String LOCKS =
      "select count(*) from pg_locks where locktype = 'advisory'"
          + " and database = (select oid from pg_database where datname = current_database())";

  @TempDir private Path folder;
  private FreshDatabase fresh;
  private TestDatabase database;
  private TestPooler pooler;
  private Scripts scripts;

  @BeforeEach
  void startPooler() throws IOException {
    assumeThat(TestPostgres.isEmbedded()).isTrue(); // another server may want TLS of its clients
    fresh = TestPostgres.freshDatabase();
    database = TestDatabase.of(fresh);
    pooler = TestPooler.before(fresh, Mode.SESSION);
    scripts =
        new Scripts(Files.createDirectory(folder.resolve("revisions")))
            .add("r1", "base", "create table t1 (id integer);", "drop table t1;")
            .add("r2", "r1", "create table t2 (id integer);", "drop table t2;");
  }

  @AfterEach
  void stopPooler() {
    if (pooler != null) {
      pooler.close();
      database.close();
    }
  }

  private MigratorBuilder migrator() {
    return Migrator.builder().url(pooler.url()).scripts(scripts.folder());
  }

  private Database behindThePooler() {
    return Database.of(DatabaseUrl.parse(pooler.url()));
  }

  private static AdvisoryMigrationLock lock(Database database) throws SQLException {
    return AdvisoryMigrationLock.of(database, connection -> "public");
  }

  private String refusal() {
    return "Cannot migrate %s: it is behind a pooler with transaction pooling, where a run has no session of its own to hold its lock. Name the server itself, or a pooler in session mode."
        .formatted(behindThePooler());
  }

  private void assertThatNoLockIsLeft() {
    assertThat(database.query(LOCKS)).containsExactly("0");
  }

  @ParameterizedTest
  @EnumSource(names = "SESSION", mode = EnumSource.Mode.EXCLUDE)
  void upgrade_isRefused_whenAPoolerSharesSessions(Mode mode) throws SQLException {
    pooler.change(mode);
    for (int processes = 0; processes < 4; processes++) {
      assertThatThrownBy(() -> migrator().build().upgrade())
          .isInstanceOf(SharedSessionException.class)
          .hasMessage(refusal());
      assertThat(database.tables()).isEmpty();
      assertThatNoLockIsLeft();
      pooler.addProcesses(1);
    }
  }

  @Test
  void stamp_isRefused_whenAPoolerSharesSessions() {
    pooler.change(Mode.LAST_USED);

    assertThatThrownBy(() -> migrator().build().stamp("r1")).hasMessage(refusal());
    assertThatNoLockIsLeft();
  }

  @Test
  void current_answers_whenAPoolerSharesSessions() throws SQLException {
    Migrator.builder().url(fresh.url()).scripts(scripts.folder()).build().upgrade();
    pooler.change(Mode.IN_TURN);
    pooler.addProcesses(2);

    for (int i = 0; i < 3; i++) {
      assertThat(migrator().build().current().rows()).containsExactly("r2");
    }
  }

  @Test
  void upgrade_works_whenAPoolerGivesEachClientASession() {
    assertThat(migrator().build().upgrade().steps()).hasSize(2);
    assertThatNoLockIsLeft();
  }

  @Test
  void upgrade_stops_whenItsSessionChangesInTheMidst() {
    MigrationListener listener =
        new MigrationListener() {
          @Override
          public void planned(Plan plan) {
            pooler.change(Mode.IN_TURN);
            addProcesses();
          }
        };

    assertThatThrownBy(() -> migrator().listener(listener).build().upgrade())
        .isInstanceOf(MigrationFailedException.class)
        .hasMessage(
            """
            Upgrade to r2 failed when it looked whether the run still has its lock: its session changed from one statement to the next, as behind a pooler with transaction pooling; name the server itself, or a pooler in session mode.
              The database is at r1: the revision before this one stays. Mend that, and run again.\
            """);
    assertThatNoLockIsLeft();
  }

  private void addProcesses() {
    try {
      pooler.addProcesses(3);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @ParameterizedTest
  @EnumSource(names = "SESSION", mode = EnumSource.Mode.EXCLUDE)
  void close_leavesNoLock_whenItsSessionHasChanged(Mode mode) throws SQLException {
    AdvisoryMigrationLock lock = lock(behindThePooler());
    assertThat(lock.tryAcquire()).isTrue();
    pooler.change(mode);
    lock.confirm(); // the last that it does there
    pooler.addProcesses(3);

    assertThatThrownBy(lock::confirm).hasMessage(SharedSessionException.CHANGED);
    lock.close();
    assertThatNoLockIsLeft();
  }

  @Test
  void tryAcquire_isRefused_whenItsProcessHoldsTheLockForAnother() throws SQLException {
    try (AdvisoryMigrationLock one = lock(behindThePooler());
        AdvisoryMigrationLock other = lock(behindThePooler())) {
      assertThat(one.tryAcquire()).isTrue();
      assertThat(other.tryAcquire()).isFalse();
      pooler.change(Mode.LAST_USED);
      assertThat(other.tryAcquire()).isFalse();
      one.confirm();

      assertThatThrownBy(other::tryAcquire).hasMessage(refusal());
    }
    assertThatNoLockIsLeft();
  }

  @Test
  void confirm_isRefused_whenTheSessionGaveAllLocksBack() throws SQLException {
    Database one = Database.of(DriverManager.getConnection(fresh.jdbcUrl()));
    try (AdvisoryMigrationLock lock = lock(one)) {
      assertThat(lock.tryAcquire()).isTrue();
      TestDatabase.execute(one.open(), "select pg_advisory_unlock_all()");

      assertThatThrownBy(lock::confirm)
          .hasMessage(
              "its session holds the lock no more: something in it has given all advisory locks"
                  + " back");
    }
  }

  @Test
  void current_namesThePooler_whenThePreparedStatementsOfTheDriverStayBehind() {
    Migrator.builder().url(fresh.url()).scripts(scripts.folder()).build().upgrade();
    pooler.change(Mode.IN_TURN);
    Migrator migrator =
        Migrator.builder()
            .url(pooler.jdbcUrl() + "&prepareThreshold=1")
            .scripts(scripts.folder())
            .build();

    assertThatThrownBy(() -> currentOften(migrator))
        .hasMessageMatching(
            "Cannot read the version table of .*: the database says .*\"S_1\" already exists.*\\."
                + " Nothing was changed\\. A pooler with transaction pooling stands before the"
                + " server, and the driver's prepared statements stay behind in its sessions: add"
                + " prepareThreshold=0 to the URL, or name the server itself or a pooler in session"
                + " mode, and run again\\.");
  }

  private static void currentOften(Migrator migrator) {
    for (int i = 0; i < 10; i++) {
      migrator.current();
    }
  }

  @Test
  void upgrade_blamesTheScript_whenItPreparesWhatIsPreparedAlready() {
    scripts.add(
        "r3",
        "r2",
        "--@ verbatim\nprepare p as select 1;\n--@ verbatim\nprepare p as select 1;",
        "");

    assertThatThrownBy(
            () -> Migrator.builder().url(fresh.url()).scripts(scripts.folder()).build().upgrade())
        .hasMessageEndingWith("Mend the script or the data, and run again.");
    assertThat(List.of("t1", "t2")).allMatch(table -> database.tables().contains(table));
  }
}
