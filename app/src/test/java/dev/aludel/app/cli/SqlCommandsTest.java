package dev.aludel.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code --sql}: what is written for others to run, and when nothing is. */
final class SqlCommandsTest {
  private static final String NOWHERE = "postgresql://me:geheim@nowhere.invalid:1/db";

  @TempDir private Path folder;
  private Scenario scenario;

  @BeforeEach
  void writeScripts() throws IOException {
    SampleScripts.in(folder);
    scenario =
        Scenario.in(folder)
            .with("ALUDEL_SCRIPT_LOCATION", "scripts")
            .showing(new AludelVersion().getVersion()[0].replace("Aludel ", ""), "VERSION");
  }

  @AfterEach
  void nothingIsCreated() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(folder.resolve("scripts"));
    }
  }

  @Test
  void sql_isTheWholeAnswer() throws IOException {
    scenario
        .run("upgrade", "--sql", "aa11:head")
        .run("downgrade", "--sql", "bb22:-1")
        .run("stamp", "--sql", "aa11:bb22", "-v")
        .run("upgrade", "--sql", "head:aa11")
        .matches("sql-sqlite.txt");
  }

  @Test
  void sql_isForTheDatabaseOfTheUrl_andConnectsToNone() throws IOException {
    scenario
        .with("ALUDEL_DATABASE_URL", NOWHERE)
        .with("ALUDEL_LOCK_WAIT", "5s")
        .run("upgrade", "--sql", "--transaction", "all", "--target-version", "17.2")
        .run("downgrade", "--sql", "head:-1", "--version-table", "my versions");
    String said = scenario.transcript();
    assertThat(said).doesNotContain("geheim", "nowhere");
    scenario.matches("sql-postgresql.txt");
  }

  @Test
  void sql_isATextInJson() throws IOException {
    scenario
        .run("upgrade", "--sql", "--json", "aa11:head")
        .run("stamp", "--sql", "--json", "bb22:bb22")
        .matches("sql-json.txt");
  }

  @Test
  void options_areRefused_whenTheyDoNotGoTogether() throws IOException {
    scenario
        .run("upgrade", "--sql", "--lock-wait", "5s")
        .run("downgrade", "--sql", "bb22:aa11", "--lock-timeout=1s")
        .run("stamp", "--purge", "--sql", "aa11")
        .run("upgrade", "--backup", "always", "--sql")
        .run("upgrade", "--target-version", "3.53")
        .run("upgrade", "--sql", "--target-version", "new")
        .run("upgrade", "--sql", "--target-version", "3.36")
        .run("current", "--sql")
        .matches("sql-options-refused.txt");
  }

  @Test
  void ranges_areRefused_whenTheyAreNone() throws IOException {
    scenario
        .run("downgrade", "--sql", "aa11")
        .run("downgrade", "--sql", "-1")
        .run("downgrade", "--sql", "bb22:")
        .run("downgrade", "--sql")
        .run("upgrade", "--sql", "current:head")
        .run("upgrade", "--sql", "aa11:bb22:cc33")
        .run("upgrade", "--sql", "aa11", "aa11:bb22")
        .run("upgrade", "--sql", "aa11,:bb22")
        .run("stamp", "--sql", "aa11:")
        .run("upgrade", "--sql", "aa11:cc33")
        .run("upgrade", "aa11:bb22")
        .matches("sql-ranges-refused.txt");
  }

  @Test
  void nothing_isPrinted_whenALaterScriptIsWrong() throws IOException {
    scenario
        .write("scripts/cc33.sql", SampleScripts.altering("cc33", "bb22", "pods", "size"))
        .run("upgrade", "--sql")
        .run("upgrade", "--sql", "--json")
        .run("downgrade", "--sql", "cc33:base")
        .matches("sql-wrong-script.txt");
  }
}
