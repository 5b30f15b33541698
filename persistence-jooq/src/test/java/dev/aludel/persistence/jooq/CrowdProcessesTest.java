package dev.aludel.persistence.jooq;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.persistence.Storage;
import dev.aludel.persistence.StorageConfig;
import dev.aludel.persistence.Storages;
import dev.aludel.persistence.jooq.CrowdProcess.Work;
import dev.aludel.persistence.testkit.Crowd;
import dev.aludel.persistence.testkit.TestDatabase;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Two processes, of eight threads each, that write to one session with default settings. */
final class CrowdProcessesTest {

  private static final List<String> NAMES = List.of("first", "second");
  private static final long PATIENCE_SECONDS = 120;

  private record Running(Process process, BufferedReader said) {}

  @Test
  void appendsAndTouches_areAllThereInOrder_onPostgres() throws Exception {
    try (TestDatabase database = TestDatabases.postgres()) {
      requireAppended(database);
    }
  }

  @Test
  void answers_standBehindWhatTheirBlocksRead_onPostgres() throws Exception {
    try (TestDatabase database = TestDatabases.postgres()) {
      requireAnswered(database);
    }
  }

  @Test
  void appendsAndTouches_areAllThereInOrder_onOneSqliteFile() throws Exception {
    try (TestDatabase database = TestDatabases.sqliteFile()) {
      requireAppended(database);
    }
  }

  @Test
  void answers_standBehindWhatTheirBlocksRead_onOneSqliteFile() throws Exception {
    try (TestDatabase database = TestDatabases.sqliteFile()) {
      requireAnswered(database);
    }
  }

  private static void requireAppended(TestDatabase database) throws Exception {
    try (Storage storage = Storages.open(StorageConfig.of(database.url()))) {
      run(database, storage, Work.APPENDS);

      for (String name : NAMES) {
        new Crowd(name, storage)
            .requireAppended(
                2 * CrowdProcess.THREADS * CrowdProcess.APPENDS,
                CrowdProcess.THREADS,
                CrowdProcess.APPENDS);
      }
    }
  }

  private static void requireAnswered(TestDatabase database) throws Exception {
    try (Storage storage = Storages.open(StorageConfig.of(database.url()))) {
      run(database, storage, Work.ANSWERS);

      for (String name : NAMES) {
        new Crowd(name, storage)
            .requireAnswered(
                2 * CrowdProcess.THREADS * CrowdProcess.BLOCKS,
                CrowdProcess.THREADS,
                CrowdProcess.BLOCKS);
      }
    }
  }

  private static void run(TestDatabase database, Storage storage, Work work) throws Exception {
    Crowd.gather(storage);
    List<Running> crowds = List.of(start(database, 0, work), start(database, 1, work));
    for (Running crowd : crowds) {
      assertThat(crowd.said().readLine()).isEqualTo(CrowdProcess.READY);
    }
    for (Running crowd : crowds) {
      crowd.process().outputWriter().append('\n').flush();
    }
    for (Running crowd : crowds) {
      assertThat(crowd.process().waitFor(PATIENCE_SECONDS, SECONDS)).isTrue();
      assertThat(crowd.process().exitValue()).isZero();
    }
  }

  private static Running start(TestDatabase database, int number, Work work) throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                CrowdProcess.class.getName(),
                database.url(),
                NAMES.get(number),
                work.name())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    return new Running(process, new BufferedReader(process.inputReader(UTF_8)));
  }
}
