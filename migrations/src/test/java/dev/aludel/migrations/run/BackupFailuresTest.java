package dev.aludel.migrations.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.aludel.migrations.Migrator;
import dev.aludel.migrations.run.TestDatabase.Kind;
import dev.aludel.test.RandomSeed;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A disk that is full, and processes that are killed, while a backup is written: those that ended
 * before do not count.
 */
final class BackupFailuresTest {
  private static final int ENDS = 2;
  private static final int KILLS = Math.max(3, Integer.getInteger("aludel.kills", 0) / 10);
  private static final int MEGABYTES = 12;

  @TempDir private Path folder;
  private TestDatabase database;
  private Path file;
  private Scripts scripts;

  @BeforeEach
  void createLargeDatabase() throws IOException {
    Path own = Files.createDirectory(folder.resolve("own"));
    database = Kind.SQLITE.open(own);
    file = own.resolve("test.db");
    scripts =
        new Scripts(Files.createDirectory(folder.resolve("revisions")))
            .add(
                "a1",
                "base",
                "create table t (id integer primary key, v blob);\n--@ verbatim sqlite\n"
                    + "with recursive s (i) as (select 1 union all select i + 1 from s where i < %d) insert into t select i, randomblob(1000) from s;"
                        .formatted(MEGABYTES * 1000),
                "drop table t;");
    Migrator.builder().url(database.url()).scripts(scripts.folder()).build().upgrade();
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(file.resolveSibling("."))) {
      return files
          .map(one -> String.valueOf(one.getFileName()))
          .filter(name -> !name.endsWith("-aludel-lock"))
          .sorted()
          .toList();
    }
  }

  private static List<String> lines(Process process) throws IOException {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      return reader.lines().toList();
    }
  }

  private static String noRoom(Path database, String words) {
    return "Cannot back up sqlite:///%s: SQLite says \"%s\". Nothing was changed, and no part of the backup is left. See that %s has room for a copy of it and that this user may write there, or run without a backup (--backup never)."
        .formatted(database, words, database.getParent());
  }

  // The shell counts in blocks of 512 or 1024 bytes: 4 MB or 8 MB, where 12 are needed.
  @Test
  void run_doesNotBeginAndNothingIsLeft_whenTheBackupOutgrowsWhatAFileMayBe() throws Exception {
    Process process = BackupProcess.start("ulimit -f 8000 && exec \"$@\"", file, scripts.folder());

    assertThat(lines(process))
        .containsExactly(noRoom(file, "disk I/O error"), "[test.db]", "[ok, a1, 12000]");
  }

  @Test
  void run_doesNotBeginAndNothingIsLeft_whenTheDiskIsFull() throws Exception {
    Path disk = Files.createDirectory(folder.resolve("disk"));
    String mount = "mount -t tmpfs -o size=%dm tmpfs %s".formatted(MEGABYTES * 3 / 2, disk);
    assumeTrue(
        new ProcessBuilder("unshare", "-Urm", "sh", "-c", mount).start().waitFor() == 0,
        "a disk of a chosen size needs \"unshare -Urm\", which is not allowed here");
    Process process =
        BackupProcess.start(
            "exec unshare -Urm sh -c '%s && cp %s %s && exec \"$@\"' sh \"$@\""
                .formatted(mount, file, disk),
            disk.resolve("test.db"),
            scripts.folder());

    assertThat(lines(process))
        .containsExactly(
            noRoom(disk.resolve("test.db"), "database or disk is full"),
            "[test.db]",
            "[ok, a1, 12000]");
  }

  @Test
  void backups_areWholeOrNotThere_whenTheirProcessesAreKilled() throws Exception {
    RandomGenerator random = RandomSeed.printed("BackupFailuresTest").random();
    Path partial = file.resolveSibling("test.db-aludel-backup");
    int inside = 0;
    while (inside < KILLS) {
      Process process = BackupProcess.start("exec \"$@\"", file, scripts.folder());
      while (process.isAlive() && !Files.exists(partial)) {
        LockSupport.parkNanos(100_000);
      }
      LockSupport.parkNanos(random.nextLong(30_000_000));
      process.destroyForcibly().waitFor();
      inside += Files.exists(partial) ? 1 : 0;
      assertBackupsAreWhole();
      Migrator.builder().url(database.url()).scripts(scripts.folder()).build().upgrade();
    }

    Migrator.builder().url(database.url()).scripts(scripts.folder()).build().backup();
    assertThat(files()).contains("test.db").doesNotContain("test.db-aludel-backup");
    assertBackupsAreWhole();
  }

  @Test
  void backup_leavesNothing_whenItsProcessIsEnded() throws Exception {
    Path partial = file.resolveSibling("test.db-aludel-backup");
    int ended = 0;
    while (ended < ENDS) {
      Process process = BackupProcess.start("exec \"$@\"", file, scripts.folder());
      while (process.isAlive() && !Files.exists(partial)) {
        LockSupport.parkNanos(100_000);
      }
      process.destroy();
      process.waitFor();
      assertThat(files()).noneMatch(name -> name.contains("aludel-backup"));
      ended += database.query("select version_num from alembic_version").isEmpty() ? 0 : 1;
      Migrator.builder().url(database.url()).scripts(scripts.folder()).build().upgrade();
    }
  }

  private void assertBackupsAreWhole() throws Exception {
    for (String name : files()) {
      if (name.endsWith(".bak")) {
        Path backup = file.resolveSibling(name);
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + backup);
            Statement statement = connection.createStatement();
            ResultSet row =
                statement.executeQuery(
                    "select (select version_num from alembic_version) || ' ' || count(*) from t")) {
          assertThat(row.getString(1)).isEqualTo("a1 12000");
        }
      }
    }
  }
}
