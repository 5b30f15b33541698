package dev.aludel.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.aludel.app.Launcher;
import dev.aludel.test.FreshDatabase;
import dev.aludel.test.TestPostgres;
import dev.aludel.test.Waiting;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a process says that is told to end in the midst of a run, and what it leaves. */
final class EndingTest {
  private static final String LONG =
      """
      --@ revision bb22
      --@ revises aa11
      --@ upgrade
      --@ verbatim postgresql
      select pg_sleep(600);
      --@ verbatim sqlite
      with recursive n (i) as (select 1 union all select i + 1 from n) select count(*) from n;
      """;

  private static final String STOPPED =
      "The run was told to end, and stopped the statement. Run again to go on.";

  @TempDir private Path folder;

  @BeforeEach
  void writeScripts() throws IOException {
    assumeTrue(File.separatorChar == '/', "only these systems have signals");
    Path scripts = Files.createDirectory(folder.resolve("scripts"));
    Files.writeString(
        scripts.resolve("aa11.sql"),
        "--@ revision aa11\n--@ revises base\n--@ upgrade\ncreate table pots (id integer);\n--@ downgrade\ndrop table pots;\n");
    Files.writeString(scripts.resolve("bb22.sql"), LONG);
  }

  private Process start(String url, String... arguments) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            Launcher.class.getName(),
            "--url",
            url,
            "--script-location",
            folder.resolve("scripts").toString(),
            "-v");
    builder.command().addAll(List.of(arguments));
    builder.redirectOutput(folder.resolve("out").toFile());
    builder.environment().put("LC_ALL", "C.UTF-8");
    return builder.start();
  }

  /** Tells it to end when the long statement is at work; what it says from then on. */
  private static List<String> endWhenBusy(Process process, String signal, Callable<Boolean> isBusy)
      throws Exception {
    try (BufferedReader err = process.errorReader(StandardCharsets.UTF_8)) {
      awaitLine(err, "bb22.sql:");
      Waiting.until("the statement is at work", isBusy);
      kill(process, signal);
      return err.lines().toList();
    }
  }

  private static void awaitLine(BufferedReader err, String part) throws IOException {
    String line = err.readLine();
    while (line != null && !line.contains(part)) {
      line = err.readLine();
    }
  }

  private static void kill(Process process, String signal) throws Exception {
    new ProcessBuilder("kill", "-" + signal, String.valueOf(process.pid())).start().waitFor();
  }

  @ParameterizedTest
  @CsvSource({"INT, 130", "TERM, 143"})
  void run_cancelsTheStatementOnTheServer_andSaysWhereTheDatabaseIs(String signal, int exitCode)
      throws Exception {
    try (FreshDatabase database = TestPostgres.freshDatabase()) {
      Process process = start(database.url(), "upgrade");

      List<String> said = endWhenBusy(process, signal, () -> atWork(database) == 1);

      assertThat(said).anyMatch(line -> line.endsWith(STOPPED));
      assertThat(said.get(said.size() - 1))
          .matches("Ended: postgresql://.*/%s is at aa11\\.".formatted(database.name()));
      assertThat(process.waitFor()).isEqualTo(exitCode);
      assertThat(atWork(database)).isZero();
    }
  }

  private static int atWork(FreshDatabase database) throws SQLException {
    try (Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select count(*) from pg_stat_activity where datname = current_database() and query like 'select pg_sleep%' and state = 'active'")) {
      row.next();
      return row.getInt(1);
    }
  }

  @Test
  void run_saysWhereTheBackupIs_onSqlite() throws Exception {
    String url = "sqlite:///" + folder.resolve("a.db");
    assertThat(start(url, "upgrade", "aa11").waitFor()).isZero();
    Process process = start(url, "upgrade", "--backup", "always");

    List<String> said = endWhenBusy(process, "TERM", () -> true); // whenever it comes

    assertThat(said).anyMatch(line -> line.contains("the database says \"interrupted\""));
    assertThat(said).anyMatch(line -> line.endsWith(STOPPED));

    assertThat(said.get(said.size() - 1))
        .matches(
            "Ended: sqlite:///.*/a\\.db is at aa11; the backup from before this run is .*/a\\.db\\.aa11\\.\\d{8}T\\d{6}Z\\.bak\\.");
    assertThat(process.waitFor()).isEqualTo(143);
  }

  @ParameterizedTest
  @CsvSource({"ensure-version", "backup", "demo --bundled"})
  void command_saysThatNothingWasChanged_whenItIsToldToEndWhileItWaits(String command)
      throws Exception {
    String url = "sqlite:///" + folder.resolve("a.db");
    assertThat(start(url, "upgrade", "aa11").waitFor()).isZero();
    Process holder = start(url, "upgrade");
    try (BufferedReader err = holder.errorReader(StandardCharsets.UTF_8)) {
      awaitLine(err, "bb22.sql:");
      Process waiting = start(url, command.split(" "));
      try (BufferedReader said = waiting.errorReader(StandardCharsets.UTF_8)) {
        awaitLine(said, "Waiting");
        kill(waiting, "TERM");
        assertThat(said.lines())
            .last()
            .isEqualTo("Ended before anything was changed in %s.".formatted(url));
      }
      assertThat(waiting.waitFor()).isEqualTo(143);
    } finally {
      holder.destroyForcibly().waitFor();
    }
  }
}
