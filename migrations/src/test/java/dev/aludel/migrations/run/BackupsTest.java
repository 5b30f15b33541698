package dev.aludel.migrations.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.migrations.Migrator;
import dev.aludel.migrations.MigratorBuilder;
import dev.aludel.migrations.backup.BackupException;
import dev.aludel.migrations.backup.BackupPolicy;
import dev.aludel.migrations.database.DatabaseMissingException;
import dev.aludel.migrations.plan.Plan;
import dev.aludel.migrations.plan.Step;
import dev.aludel.migrations.run.RunSettings.Transactions;
import dev.aludel.migrations.run.TestDatabase.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which runs begin with a backup, and that it brings the earlier state back. */
final class BackupsTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-21T04:26:00Z"), ZoneOffset.UTC);

  @TempDir private Path folder;
  private Scripts scripts;
  private TestDatabase database;

  /** A table with rows, a column, a rebuild, a drop, and what fails after a change. */
  @BeforeEach
  void writeScripts() throws IOException {
    database = Kind.SQLITE.open(folder);
    scripts =
        new Scripts(Files.createDirectory(folder.resolve("revisions")))
            .add(
                "a1",
                "base",
                "create table t (id integer primary key, v text); insert into t values (1, 'one'),"
                    + " (2, 'two');",
                "drop table t;")
            .add("b2", "a1", "alter table t add column n integer;", "alter table t drop column n;")
            .add("c3", "b2", "alter table t alter column v set default 'none';", "")
            .add("d4", "c3", "--@ verbatim\ndrop table t;", "create table t (id integer);")
            .add(
                "e5",
                "d4",
                "create table u (id integer primary key); insert into u values (1), (1);",
                "");
  }

  private MigratorBuilder migrator() {
    return Migrator.builder().url(database.url()).scripts(scripts.folder()).clock(CLOCK);
  }

  private List<String> backups() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> name.endsWith(".bak") || name.contains("aludel-backup"))
          .sorted()
          .toList();
    }
  }

  /** As a person does: nobody has the database open, and what stands beside it goes. */
  private void restore(Path backup) throws IOException {
    Path file = folder.resolve("test.db");
    for (String suffix : List.of("-wal", "-shm", "-journal")) {
      Files.deleteIfExists(folder.resolve("test.db" + suffix));
    }
    Files.copy(backup, file, StandardCopyOption.REPLACE_EXISTING);
  }

  @Test
  void upgrade_makesNoBackup_whenNothingIsDroppedOrNothingWasApplied() throws IOException {
    assertThat(migrator().build().upgrade("c3").backup()).isEmpty();
    assertThat(migrator().build().upgrade("c3").backup()).isEmpty();
    assertThat(backups()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"c3", "d4"})
  void upgrade_makesABackup_whenItRebuildsOrDrops(String target) throws IOException {
    migrator().build().upgrade(target.equals("c3") ? "a1" : "c3");
    List<String> before = Snapshot.of(database, Kind.SQLITE);

    MigrationResult result = migrator().build().upgrade(target);

    Path backup = result.backup().orElseThrow();
    assertThat(backups()).containsExactly(String.valueOf(backup.getFileName()));
    assertThat(backup)
        .isEqualTo(
            folder.resolve(
                "test.db.%s.20261121T042600Z.bak".formatted(target.equals("c3") ? "a1" : "c3")));
    assertThat(Snapshot.of(database, Kind.SQLITE)).isNotEqualTo(before);
    restore(backup);
    assertThat(Snapshot.of(database, Kind.SQLITE)).isEqualTo(before);
    assertThat(migrator().build().upgrade(target).rowsAfter()).containsExactly(target);
  }

  @Test
  void upgrade_makesABackup_whenTheWholeRunIsOneTransaction() throws IOException {
    migrator().build().upgrade("a1");

    migrator().transactions(Transactions.ONE_FOR_ALL).build().upgrade("c3");

    assertThat(backups()).containsExactly("test.db.a1.20261121T042600Z.bak");
  }

  @Test
  void downgrade_makesNoBackup_whenItIsRefusedForTheVersionTable() throws IOException {
    migrator().build().upgrade("b2");
    database.execute(
        "create table spare as select * from alembic_version",
        "drop table alembic_version",
        "alter table spare rename to alembic_version");
    Migrator migrator = migrator().build();

    assertThatThrownBy(() -> migrator.downgrade("base"))
        .isInstanceOf(VersionTableException.class)
        .hasMessage(
            "The version table alembic_version has no primary key on version_num, so a row could stand in it twice. Drop the table, make it anew with \"ensure-version\", and insert its rows again: b2.");
    assertThat(backups()).isEmpty();
  }

  @Test
  void downgrade_makesABackup() throws IOException {
    migrator().build().upgrade("b2");
    List<String> before = Snapshot.of(database, Kind.SQLITE);

    Path backup = migrator().build().downgrade("base").backup().orElseThrow();

    restore(backup);
    assertThat(Snapshot.of(database, Kind.SQLITE)).isEqualTo(before);
  }

  @Test
  void backup_bringsTheEarlierStateBack_whenTheRunFails() throws IOException {
    migrator().build().upgrade("c3");
    List<String> before = Snapshot.of(database, Kind.SQLITE);

    assertThatThrownBy(() -> migrator().build().upgrade("e5"))
        .isInstanceOf(MigrationFailedException.class);

    assertThat(database.query("select version_num from alembic_version")).containsExactly("d4");
    restore(folder.resolve("test.db.c3.20261121T042600Z.bak"));
    assertThat(Snapshot.of(database, Kind.SQLITE)).isEqualTo(before);
  }

  @Test
  void backup_bringsTheEarlierStateBack_fromTheWriteAheadLog() throws Exception {
    migrator().build().upgrade("c3");
    Path backup;
    List<String> before;
    try (Connection application = database.connect();
        Statement statement = application.createStatement()) {
      statement.execute("pragma journal_mode = wal");
      statement.execute("pragma wal_autocheckpoint = 0");
      statement.execute("insert into t values (3, 'in the log', 3)");
      before = Snapshot.of(database, Kind.SQLITE);
      statement.execute("begin");
      statement.executeQuery("select count(*) from t").close();

      backup = migrator().build().upgrade("d4").backup().orElseThrow();
      statement.execute("commit");
    }

    assertThat(database.tables()).doesNotContain("t");
    restore(backup);
    assertThat(Snapshot.of(database, Kind.SQLITE)).isEqualTo(before);
    assertThat(database.query("select v from t where id = 3")).containsExactly("in the log");
    assertThat(database.query("pragma journal_mode")).containsExactly("wal");
  }

  @Test
  void upgrade_makesNoBackup_whenItIsNotWanted() throws IOException {
    migrator().build().upgrade("c3");

    migrator().backup(BackupPolicy.NEVER).build().upgrade("d4");
    migrator().backup(BackupPolicy.NEVER).build().downgrade("c3");

    assertThat(backups()).isEmpty();
  }

  @Test
  void upgrade_makesABackup_whenItIsAlwaysWanted_andThereIsSomethingToKeepAndToDo()
      throws IOException {
    assertThat(migrator().backup(BackupPolicy.ALWAYS).build().upgrade("a1").backup()).isEmpty();
    assertThat(migrator().backup(BackupPolicy.ALWAYS).build().upgrade("b2").backup()).isPresent();
    assertThat(migrator().backup(BackupPolicy.ALWAYS).build().upgrade("b2").backup()).isEmpty();
    assertThat(backups()).containsExactly("test.db.a1.20261121T042600Z.bak");
  }

  @Test
  void upgrade_makesABackupOfBase_whenItIsAlwaysWanted() throws IOException {
    database.execute("create table theirs (id)");

    migrator().backup(BackupPolicy.ALWAYS).build().upgrade("a1");

    assertThat(backups()).containsExactly("test.db.base.20261121T042600Z.bak");
  }

  @Test
  void listener_hearsOfTheBackup_betweenPlanAndFirstStep() {
    List<String> heard = new ArrayList<>();
    MigrationListener listener =
        new MigrationListener() {
          @Override
          public void planned(Plan plan) {
            heard.add("planned");
          }

          @Override
          public void backedUp(Path file) {
            heard.add(file.getFileName() + (Files.exists(file) ? " is there" : " is not there"));
          }

          @Override
          public void started(Step step) {
            heard.add("started");
          }
        };
    migrator().build().upgrade("b2");

    migrator().listener(listener).build().downgrade("a1");

    assertThat(heard)
        .containsExactly("planned", "test.db.b2.20261121T042600Z.bak is there", "started");
  }

  @Test
  void run_doesNotBegin_whenTheBackupFails() throws IOException {
    migrator().build().upgrade("b2");
    List<String> before = Snapshot.of(database, Kind.SQLITE);
    Files.createFile(Files.createDirectory(folder.resolve("test.db-aludel-backup")).resolve("x"));

    assertThatThrownBy(() -> migrator().build().downgrade("base"))
        .isInstanceOf(BackupException.class)
        .hasMessage(
            "Cannot back up %s: no file can be written beside it (%s is a folder). Nothing was"
                + " changed, and no part of the backup is left. See that %s has room for a copy of"
                + " it and that this user may write there, or run without a backup (--backup never).",
            database.url(), folder.resolve("test.db-aludel-backup"), folder);
    assertThat(Snapshot.of(database, Kind.SQLITE)).isEqualTo(before);
    assertThat(migrator().backup(BackupPolicy.NEVER).build().downgrade("base").rowsAfter())
        .isEmpty();
  }

  @Test
  void secondRun_makesNoBackup_whenTheFirstLeavesItNothingToDo() throws Exception {
    migrator().build().upgrade("c3");
    CountDownLatch firstIsRunning = new CountDownLatch(1);
    CountDownLatch secondWaits = new CountDownLatch(1);
    MigrationListener first =
        new MigrationListener() {
          @Override
          public void started(Step step) {
            firstIsRunning.countDown();
            await(secondWaits);
          }
        };
    MigrationListener second =
        new MigrationListener() {
          @Override
          public void waiting(String holder) {
            secondWaits.countDown();
          }
        };
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      Future<MigrationResult> one =
          threads.submit(() -> migrator().listener(first).build().upgrade("d4"));
      await(firstIsRunning);
      Future<MigrationResult> other =
          threads.submit(() -> migrator().listener(second).build().upgrade("d4"));

      assertThat(one.get(60, TimeUnit.SECONDS).backup()).isPresent();
      assertThat(other.get(60, TimeUnit.SECONDS).nothingToDo()).isTrue();
      assertThat(other.get().backup()).isEmpty();
      assertThat(backups()).containsExactly("test.db.c3.20261121T042600Z.bak");
    } finally {
      threads.shutdownNow();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void backup_isMadeWhenAskedFor_eachTimeAnother() throws IOException {
    migrator().build().upgrade("b2");
    List<String> before = Snapshot.of(database, Kind.SQLITE);

    Path first = migrator().build().backup();
    migrator().backup(BackupPolicy.NEVER).build().downgrade("base");
    assertThat(migrator().build().backup()).isNotEqualTo(first);

    assertThat(backups())
        .containsExactly("test.db.b2.20261121T042600Z.bak", "test.db.base.20261121T042600Z.bak");
    restore(first);
    assertThat(Snapshot.of(database, Kind.SQLITE)).isEqualTo(before);
  }

  @Test
  void backup_isMade_whateverStandsInTheVersionTable() throws IOException {
    database.execute(
        "create table alembic_version (version_num)",
        "insert into alembic_version values ('unknown/1'), ('unknown/1')");

    migrator().build().backup();

    assertThat(backups()).containsExactly("test.db.unknown_1.20261121T042600Z.bak");
  }

  @Test
  void backup_isRefused_whenThereIsNoDatabase() throws IOException {
    assertThatThrownBy(migrator().build()::backup)
        .isInstanceOf(DatabaseMissingException.class)
        .hasMessage(
            "Cannot back up %s: there is no such file. Name one that is there.", database.url());
    assertThat(folder).isDirectoryNotContaining("glob:**test.db*");
    Files.createFile(folder.resolve("test.db"));

    assertThatThrownBy(migrator().build()::backup)
        .isInstanceOf(BackupException.class)
        .hasMessage("Cannot back up %s: there is nothing in it yet.", database.url());
    assertThat(backups()).isEmpty();
  }

  @Test
  void databaseInMemory_hasNoBackup() throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:")) {
      MigratorBuilder builder =
          Migrator.builder().connection(connection).scripts(scripts.folder()).clock(CLOCK);
      assertThat(builder.build().upgrade("b2").backup()).isEmpty();
      assertThat(builder.build().downgrade("a1").backup()).isEmpty();

      assertThatThrownBy(builder.build()::backup)
          .isInstanceOf(BackupException.class)
          .hasMessage(
              "Cannot back up jdbc:sqlite::memory:: it is in memory, and there is no file to"
                  + " copy.");
      Migrator always = builder.backup(BackupPolicy.ALWAYS).build();
      assertThatThrownBy(always::upgrade)
          .isInstanceOf(BackupException.class)
          .hasMessage(
              "Cannot back up jdbc:sqlite::memory: before the run, as --backup always asks: it is in"
                  + " memory, and there is no file to copy. Take --backup auto or never; nothing was changed.");
      assertThat(always.current().rows()).containsExactly("a1");
    }
  }

  @Test
  void postgresql_hasNoBackup() {
    try (TestDatabase postgres = Kind.POSTGRESQL.open(folder)) {
      MigratorBuilder builder =
          Migrator.builder().url(postgres.url()).scripts(scripts.folder()).clock(CLOCK);
      assertThat(builder.build().upgrade("b2").backup()).isEmpty();
      assertThat(builder.build().downgrade("a1").backup()).isEmpty();

      assertThatThrownBy(builder.build()::backup)
          .isInstanceOf(BackupException.class)
          .hasMessageMatching(
              "Cannot back up postgresql://.*: Aludel copies the files of SQLite alone\\. Use"
                  + " pg_dump\\.");
      Migrator always = builder.backup(BackupPolicy.ALWAYS).build();
      assertThatThrownBy(always::upgrade)
          .isInstanceOf(BackupException.class)
          .hasMessageMatching(
              "Cannot back up postgresql://.* before the run, as --backup always asks: Aludel copies"
                  + " the files of SQLite alone\\. Use pg_dump\\. Take --backup auto or never; nothing was changed\\.");
      assertThat(always.current().rows()).containsExactly("a1");
    }
  }
}
