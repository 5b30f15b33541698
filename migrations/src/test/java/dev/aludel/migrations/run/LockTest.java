package dev.aludel.migrations.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.migrations.Migrator;
import dev.aludel.migrations.MigratorBuilder;
import dev.aludel.migrations.backup.BackupPolicy;
import dev.aludel.migrations.database.Database;
import dev.aludel.migrations.database.DatabaseUnavailableException;
import dev.aludel.migrations.database.DatabaseUrl;
import dev.aludel.migrations.plan.Step;
import dev.aludel.migrations.run.TestDatabase.Kind;
import dev.aludel.migrations.run.UpgradeProcess.Hold;
import dev.aludel.migrations.script.ScriptStatement;
import dev.aludel.migrations.sql.DatabaseProduct;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One run at a time changes a database. */
final class LockTest {
  private static final int PROCESSES = 8;
  private static final int REVISIONS = 12;

  @TempDir private Path folder;
  private Scripts scripts;

  @BeforeEach
  void writeScripts() throws IOException {
    scripts = new Scripts(Files.createDirectory(folder.resolve("revisions")));
    for (int i = 1; i <= REVISIONS; i++) {
      scripts.add(
          "r" + i,
          i == 1 ? "base" : "r" + (i - 1),
          "create table t%d (id integer primary key);".formatted(i),
          "drop table t%d;".formatted(i));
    }
  }

  private MigratorBuilder migrator(TestDatabase database) {
    return Migrator.builder().url(database.url()).scripts(scripts.folder());
  }

  /** Holds a run at its first revision until it is told to go on. */
  private static final class Gate implements MigrationListener {
    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch open = new CountDownLatch(1);

    @Override
    public void started(Step step) {
      reached.countDown();
      await(open);
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void upgrade_waitsAndFindsNothingToDo_whenAnotherRunIsFirst(Kind kind) throws Exception {
    Gate gate = new Gate();
    List<String> heard = new ArrayList<>();
    MigrationListener listener =
        new MigrationListener() {
          @Override
          public void waiting(String holder) {
            heard.add(holder);
            gate.open.countDown();
          }
        };
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try (TestDatabase database = kind.open(folder)) {
      Future<MigrationResult> first =
          threads.submit(() -> migrator(database).listener(gate).build().upgrade());
      assertThat(gate.reached.await(60, TimeUnit.SECONDS)).isTrue();
      Future<MigrationResult> second =
          threads.submit(() -> migrator(database).listener(listener).build().upgrade());

      assertThat(first.get(60, TimeUnit.SECONDS).steps()).hasSize(REVISIONS);
      assertThat(second.get(60, TimeUnit.SECONDS).nothingToDo()).isTrue();
      assertThat(heard).hasSize(1);
      assertThat(heard.get(0))
          .matches(
              kind == Kind.SQLITE
                  ? "process \\d+ of .+ on .+, since \\d{4}-.+Z"
                  : "aludel on .+, server process \\d+, since \\d{4}-.+Z");
    } finally {
      threads.shutdownNow();
    }
  }

  /** A database that is another one but for what is said otherwise. */
  private interface SameDatabase extends Database {
    Database database();

    @Override
    default DatabaseProduct product() {
      return database().product();
    }

    @Override
    default Optional<Path> file() {
      return database().file();
    }

    @Override
    default Optional<Connection> openIfPresent() {
      return database().openIfPresent();
    }

    @Override
    default Connection open() {
      return database().open();
    }
  }

  /** A database that another run changes between the first look at it and the second. */
  private record Overtaken(Database database, Runnable other, AtomicInteger looks)
      implements SameDatabase {
    @Override
    public Optional<Connection> openIfPresent() {
      if (looks.incrementAndGet() == 2) {
        other.run();
      }
      return database.openIfPresent();
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void upgrade_plansAnew_whenAnotherRunIsDoneBeforeTheSchemaIsRead(Kind kind) {
    try (TestDatabase database = kind.open(folder)) {
      migrator(database).build().upgrade("r1");
      Database overtaken =
          new Overtaken(
              Database.of(DatabaseUrl.parse(database.url())),
              () -> migrator(database).build().upgrade("r3"),
              new AtomicInteger());

      MigrationResult result = migrator(database).database(overtaken).build().upgrade("r4");

      assertThat(result.steps())
          .extracting(done -> done.step().revision().id().value())
          .containsExactly("r4");
    }
  }

  @Test
  void upgrade_waits_whenAnotherRunHasChangedTheSchemaAndNotYetTheRows() throws Exception {
    scripts.add(
        "x1",
        "r1",
        "--@ autocommit\nalter table t1 rename to s1;\n--@ autocommit\ncreate table s2 (id integer primary key);",
        "");
    CountDownLatch renamed = new CountDownLatch(1);
    CountDownLatch waited = new CountDownLatch(1);
    MigrationListener slow =
        new MigrationListener() {
          @Override
          public void executing(Step step, ScriptStatement statement) {
            if (statement.text().contains("s2")) {
              renamed.countDown();
              await(waited);
            }
          }
        };
    MigrationListener patient =
        new MigrationListener() {
          @Override
          public void waiting(String holder) {
            waited.countDown();
          }
        };
    ExecutorService threads = Executors.newFixedThreadPool(1);
    try (TestDatabase database = Kind.SQLITE.open(folder)) {
      migrator(database).build().upgrade("r1");
      Future<MigrationResult> first =
          threads.submit(() -> migrator(database).listener(slow).build().upgrade("x1"));
      await(renamed);

      MigrationResult second = migrator(database).listener(patient).build().upgrade("x1");

      assertThat(second.nothingToDo()).isTrue();
      assertThat(first.get(60, TimeUnit.SECONDS).steps()).hasSize(1);
    } finally {
      waited.countDown();
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

  /** A database that may be read and not written; whoever opens it for changes is wrong. */
  private record ReadOnly(Database database) implements SameDatabase {
    @Override
    public Connection open() {
      throw new AssertionError("opened for changes");
    }

    @Override
    public void refuseReadOnly() {
      throw new DatabaseUnavailableException("It may not be written.");
    }
  }

  @Test
  void upgrade_takesNoLockAndMakesNoBackup_whenTheFileMayNotBeWritten() throws IOException {
    try (TestDatabase database = Kind.SQLITE.open(folder)) {
      migrator(database).build().upgrade("r1");
      Files.delete(folder.resolve("test.db-aludel-lock"));
      List<Path> before = files();
      Migrator migrator =
          migrator(database)
              .database(new ReadOnly(Database.of(DatabaseUrl.parse(database.url()))))
              .backup(BackupPolicy.ALWAYS)
              .build();

      assertThatThrownBy(migrator::upgrade)
          .isInstanceOf(DatabaseUnavailableException.class)
          .hasMessage("It may not be written.");
      assertThat(files()).isEqualTo(before);
      assertThat(database.query("select version_num from alembic_version")).containsExactly("r1");
    }
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void upgrade_givesUpAndNamesTheHolder_whenAnotherRunHangs(Kind kind) throws Exception {
    Gate gate = new Gate();
    ExecutorService threads = Executors.newFixedThreadPool(1);
    try (TestDatabase database = kind.open(folder)) {
      Future<MigrationResult> first =
          threads.submit(() -> migrator(database).listener(gate).build().upgrade());
      assertThat(gate.reached.await(60, TimeUnit.SECONDS)).isTrue();
      Migrator second = migrator(database).lockWait(Duration.ofMillis(300)).build();

      assertThatThrownBy(second::upgrade)
          .isInstanceOf(LockTimeoutException.class)
          .hasMessageMatching(
              "Cannot migrate .+: (process|aludel) .+ migrates it, and did not end in 0\\.3 s\\."
                  + " Wait and run again, wait longer \\(--lock-wait\\), or end that process if it"
                  + " hangs: its lock goes with it\\.");
      gate.open.countDown();
      assertThat(first.get(60, TimeUnit.SECONDS).steps()).hasSize(REVISIONS);
    } finally {
      threads.shutdownNow();
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void upgrade_appliesEachRevisionOnce_whenManyProcessesRunAtOnce(Kind kind) throws Exception {
    try (TestDatabase database = kind.open(folder)) {
      List<Process> processes = new ArrayList<>();
      for (int i = 0; i < PROCESSES; i++) {
        processes.add(UpgradeProcess.start(database.url(), scripts.folder(), Hold.NEVER));
      }
      int applied = 0;
      for (Process process : processes) {
        List<String> lines = lines(process);
        assertThat(process.waitFor()).isZero();
        applied += Integer.parseInt(lines.get(lines.size() - 1).replace("done ", ""));
      }

      assertThat(applied).isEqualTo(REVISIONS);
      assertThat(database.query("select revision from aludel_journal order by sequence"))
          .hasSize(REVISIONS)
          .doesNotHaveDuplicates();
    }
  }

  private static List<String> lines(Process process) throws IOException {
    try (BufferedReader reader = reader(process)) {
      return reader.lines().toList();
    }
  }

  private static BufferedReader reader(Process process) {
    return new BufferedReader(
        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void upgrade_findsNoLock_whenItsHolderWasKilled(Kind kind) throws Exception {
    try (TestDatabase database = kind.open(folder)) {
      Process holder =
          UpgradeProcess.start(database.url(), scripts.folder(), Hold.BEFORE_THE_FIRST_STATEMENT);
      try (BufferedReader reader = reader(holder)) {
        assertThat(reader.readLine()).isEqualTo("executing r1");
      }
      holder.destroyForcibly().waitFor();

      assertThat(migrator(database).lockWait(Duration.ofSeconds(30)).build().upgrade().steps())
          .hasSize(REVISIONS);
    }
  }

  @Test
  void upgrade_takesTheLockAgainAndAgain_whenItsHolderCannotBeToldOrForgotten() throws IOException {
    TestDatabase database = Kind.SQLITE.open(folder);
    Path holder = Files.createDirectory(folder.resolve("test.db-aludel-holder"));
    Files.createFile(holder.resolve("not-empty"));

    for (int i = 1; i <= 3; i++) {
      assertThat(migrator(database).lockWait(Duration.ZERO).build().upgrade("+1").steps())
          .hasSize(1);
    }
  }

  @Test
  void upgrade_doesNotDeadlock_whenAnIndexIsMadeConcurrentlyAndAnotherRunWaits() throws Exception {
    scripts.add(
        "x1",
        "r" + REVISIONS,
        "--@ autocommit\n--@ verbatim postgresql\ncreate index concurrently i on t1 (id);\n--@ verbatim sqlite\nselect 1;",
        "");
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try (TestDatabase database = Kind.POSTGRESQL.open(folder)) {
      List<Future<MigrationResult>> runs = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        runs.add(threads.submit(() -> migrator(database).build().upgrade()));
      }
      int applied = 0;
      for (Future<MigrationResult> run : runs) {
        applied += run.get(60, TimeUnit.SECONDS).steps().size();
      }
      assertThat(applied).isEqualTo(REVISIONS + 1);
    } finally {
      threads.shutdownNow();
    }
  }
}
