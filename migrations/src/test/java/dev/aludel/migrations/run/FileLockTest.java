package dev.aludel.migrations.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.migrations.Migrator;
import dev.aludel.migrations.MigratorBuilder;
import dev.aludel.migrations.database.DatabaseUnavailableException;
import dev.aludel.migrations.file.SpecialFiles;
import dev.aludel.migrations.plan.Step;
import dev.aludel.migrations.run.TestDatabase.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Another connection, of a program that knows nothing of Aludel, has a SQLite file locked. */
final class FileLockTest {
  private static final Duration SHORT = Duration.ofMillis(100);
  private static final Duration LONG = Duration.ofMinutes(5);

  @TempDir private Path folder;
  private TestDatabase database;
  private Scripts scripts;

  @BeforeEach
  void createDatabase() throws IOException {
    database = Kind.SQLITE.open(folder);
    database.execute("create table others (id integer)");
    scripts = new Scripts(Files.createDirectory(folder.resolve("revisions")));
    scripts.add("a1", "base", "create table t (id integer);", "drop table t;");
  }

  private MigratorBuilder migrator() {
    return Migrator.builder().url(database.url()).scripts(scripts.folder());
  }

  @Test
  @Timeout(20)
  void upgrade_isRefused_whenAPipeIsInPlaceOfTheLock() throws IOException {
    Path pipe = SpecialFiles.pipe(folder.resolve("test.db-aludel-lock"));

    assertThatThrownBy(migrator().lockWait(Duration.ZERO).build()::upgrade)
        .isInstanceOf(DatabaseUnavailableException.class)
        .hasMessage(
            "Cannot lock %s: the lock is the file %s, and it is a pipe. Take that away; runs and backups keep each other out with this file."
                .formatted(database.url(), pipe.toRealPath()));
    assertThat(database.tables()).containsExactly("others");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ro", "rw"})
  void upgrade_leavesNothing_whenTheUrlForbidsToMakeTheFile(String mode) throws IOException {
    String url = "jdbc:sqlite:file:" + folder.resolve("new.db");

    assertThatThrownBy(migrator().url(url + "?mode=" + mode).build()::upgrade)
        .isInstanceOf(DatabaseUnavailableException.class)
        .hasMessage(
            "Cannot open %s: there is no such file, and the mode in its URL makes none. Name one that is there, or take the mode out."
                .formatted(url));
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(Path::getFileName).map(Path::toString))
          .containsExactlyInAnyOrder("test.db", "revisions");
    }
  }

  @Test
  @Timeout(20)
  void upgrade_tellsNobody_whenAPipeIsInPlaceOfTheHoldersName() throws IOException {
    SpecialFiles.pipe(folder.resolve("test.db-aludel-holder"));

    migrator().build().upgrade();

    assertThat(database.tables()).contains("t");
  }

  private interface Work {
    void run(Connection others) throws SQLException;
  }

  private void whileLocked(String begin, Work work) throws SQLException {
    try (Connection others = database.connect()) {
      TestDatabase.execute(others, begin);
      work.run(others);
    }
  }

  @Test
  void upgrade_givesUpInTime_whenTheFileIsLocked() throws SQLException {
    Migrator migrator = migrator().lockWait(SHORT).build();
    whileLocked(
        "begin exclusive",
        others ->
            assertThatThrownBy(migrator::upgrade)
                .isInstanceOf(DatabaseUnavailableException.class)
                .hasMessage(
                    "Cannot open %s: another connection has the file locked, and did not let go of"
                        + " it in 0.1 s. See which program uses it, and run again when that is done"
                        + " with it.",
                    database.url()));
    assertThat(database.tables()).containsExactly("others");
  }

  @Test
  void upgrade_givesUpInTime_whenSomebodyWrites() throws SQLException {
    Migrator migrator = migrator().lockWait(SHORT).build();
    whileLocked(
        "begin immediate",
        others ->
            assertThatThrownBy(migrator::upgrade)
                .isInstanceOf(MigrationFailedException.class)
                .hasMessage(
                    """
                    Upgrade to a1 failed before its first statement: the database says "database is locked".
                      The database is as it was: at base. Another connection uses the database: run again when it is done, or wait longer (--lock-wait).\
                    """));
  }

  @Test
  void upgrade_saysThatItWaits_andGoesOnAfterwards() throws SQLException {
    whileLocked(
        "begin exclusive",
        others -> {
          AtomicInteger heard = new AtomicInteger();
          MigrationListener listener =
              new MigrationListener() {
                @Override
                public void waitingForFile() {
                  heard.incrementAndGet();
                  rollBack(others);
                }
              };
          MigrationResult result = migrator().lockWait(LONG).listener(listener).build().upgrade();
          assertThat(result.rowsAfter()).containsExactly("a1");
          assertThat(heard).hasValue(1);
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "1000"})
  void upgrade_goesOnWaiting_afterAScriptWithATimeoutOfItsOwn(String timeout) throws SQLException {
    scripts.add(
        "b2", "a1", "--@ verbatim sqlite\npragma busy_timeout = %s;".formatted(timeout), "");
    scripts.add("c3", "b2", "insert into t values (1);", "");
    try (Connection others = database.connect()) {
      MigrationListener listener =
          new MigrationListener() {
            @Override
            public void started(Step step) {
              if (step.revision().id().value().equals("c3")) {
                lock(others);
              }
            }

            @Override
            public void waitingForFile() {
              rollBack(others);
            }
          };
      MigrationResult result = migrator().lockWait(LONG).listener(listener).build().upgrade();
      assertThat(result.rowsAfter()).containsExactly("c3");
    }
  }

  private static void lock(Connection connection) {
    try {
      TestDatabase.execute(connection, "begin immediate");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void rollBack(Connection connection) {
    try {
      TestDatabase.execute(connection, "rollback");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void upgrade_endsWithWhatTheListenerThrows() throws SQLException {
    MigrationListener listener =
        new MigrationListener() {
          @Override
          public void waitingForFile() {
            throw new IllegalStateException("enough");
          }
        };
    Migrator migrator = migrator().lockWait(LONG).listener(listener).build();
    whileLocked(
        "begin exclusive",
        others ->
            assertThatThrownBy(migrator::upgrade)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("enough"));
    assertThat(migrator().build().upgrade().rowsAfter()).containsExactly("a1");
  }

  @Test
  void current_givesUpInItsOwnTime_whenTheFileIsLocked() throws SQLException {
    Migrator migrator = migrator().lockWait(LONG).lockTimeout(SHORT).build();
    whileLocked(
        "begin exclusive",
        others ->
            assertThatThrownBy(migrator::current).isInstanceOf(DatabaseUnavailableException.class));
    assertThat(migrator.current().rows()).isEqualTo(Set.of());
  }
}
