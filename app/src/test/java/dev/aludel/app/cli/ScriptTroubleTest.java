package dev.aludel.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scripts that are not as they should be: a sentence for each, and no database is made. */
final class ScriptTroubleTest {
  @TempDir private Path folder;

  @AfterEach
  void noDatabaseIsThere() {
    assertThat(folder.resolve("aludel.db")).doesNotExist();
  }

  private Scenario scenario() throws IOException {
    SampleScripts.in(folder);
    return Scenario.in(folder).with("ALUDEL_SCRIPT_LOCATION", "scripts");
  }

  @Test
  void folder_mayBeEmpty() throws IOException {
    Files.createDirectories(folder.resolve("none/deeper"));
    Scenario.in(folder)
        .with("ALUDEL_SCRIPT_LOCATION", "none")
        .run("heads")
        .run("heads", "--json")
        .run("history")
        .run("history", "--graph")
        .run("branches")
        .run("current")
        .run("upgrade")
        .run("show", "head")
        .run("heads", "--script-location", "gone")
        .matches("empty-folder.txt");
  }

  @Test
  void scripts_areRefused_whenTwoHaveOneId() throws IOException {
    scenario()
        .write("more/cc33.sql", SampleScripts.empty("aa11", "base"))
        .run("history", "--script-location", "scripts", "--script-location", "more")
        .run("upgrade", "--script-location", "scripts", "--script-location", "more")
        .matches("two-with-one-id.txt");
  }

  @Test
  void script_isRefused_whenItIsAFolder() throws IOException {
    Scenario scenario = scenario();
    Files.createDirectory(folder.resolve("scripts/cc33.sql"));
    scenario.run("heads").run("upgrade").matches("script-is-a-folder.txt");
  }

  @Test
  void script_isRefused_whenASemicolonIsMissing() throws IOException {
    scenario()
        .write("scripts/cc33.sql", SampleScripts.withoutSemicolon("cc33", "bb22"))
        .run("upgrade")
        .write(
            "scripts/cc33.sql",
            SampleScripts.withoutSemicolon("cc33", "bb22").replace("--@ verbatim\n", ""))
        .run("upgrade")
        .write(
            "scripts/cc33.sql",
            "--@ revision cc33\n--@ revises bb22\n--@ upgrade\nalter table pots add column a bigint\n\ninsert into pots values (1, 2);\n")
        .run("upgrade")
        .matches("missing-semicolon.txt");
    assertThat(folder).isDirectoryNotContaining("glob:**aludel-lock");
  }

  @Test
  void script_isRefused_whenItIsNoText() throws IOException {
    Scenario scenario = scenario();
    Files.write(folder.resolve("scripts/cc33.sql"), new byte[] {'-', '-', (byte) 0xff, '\n'});
    scenario.run("heads").matches("script-is-no-text.txt");
  }

  @Test
  void script_isRefused_whenItLeadsNowhere() throws IOException {
    Scenario scenario = scenario();
    Files.createSymbolicLink(folder.resolve("scripts/cc33.sql"), folder.resolve("gone.sql"));
    scenario.run("heads").matches("script-leads-nowhere.txt");
  }

  @Test
  void script_isRefused_whenItMayNotBeRead() throws IOException {
    assumeFalse("root".equals(System.getProperty("user.name")), "root may read everything");
    Scenario scenario = scenario();
    Files.setPosixFilePermissions(
        folder.resolve("scripts/aa11.sql"), PosixFilePermissions.fromString("---------"));
    assertThat(scenario.run("heads").transcript())
        .isEqualTo(
            """
            $ aludel heads
            2> Cannot read the revision script DIR/scripts/aa11.sql: access is denied. Make it readable, or take it away.
            exit 1
            """);
  }

  @Test
  void header_isRefused_whenItLies() throws IOException {
    scenario()
        .write("lies/1/c.sql", SampleScripts.empty("cc33", "missing, aa11"))
        .run("heads", "--script-location", "lies/1")
        .write("lies/2/c.sql", SampleScripts.empty("cc33", "dd44"))
        .write("lies/2/d.sql", SampleScripts.empty("dd44", "cc33"))
        .run("heads", "--script-location", "lies/2")
        .write("lies/3/c.sql", SampleScripts.empty("cc33", "base", "--@ branch cc33"))
        .run("heads", "--script-location", "lies/3")
        .write("lies/4/c.sql", SampleScripts.empty("cc33", "base", "--@ depends-on nobody"))
        .run("heads", "--script-location", "lies/4")
        .write("lies/5/c.sql", SampleScripts.empty("head", "base"))
        .run("heads", "--script-location", "lies/5")
        .write("lies/6/c.sql", SampleScripts.empty("cc33", "cc33"))
        .run("heads", "--script-location", "lies/6")
        .write("lies/7/c.sql", SampleScripts.empty("cc33", "base", "--@ created yesterday"))
        .run("heads", "--script-location", "lies/7")
        .write("lies/8/c.sql", "create table pots (id bigint);\n")
        .run("heads", "--script-location", "lies/8")
        .write("lies/9/c.sql", SampleScripts.empty("cc33", "base", "--@ branch b"))
        .write("lies/9/d.sql", SampleScripts.empty("dd44", "base", "--@ branch b"))
        .run("upgrade", "--script-location", "lies/9")
        .matches("header-lies.txt");
  }

  @Test
  void locations_areReadTogether_onDiskAndOnTheClassPath() throws IOException {
    String memory = "classpath:dev/aludel/migrations/revisions/memory";
    scenario()
        .write("more/deeper/cc33.sql", SampleScripts.empty("cc33", "001, bb22"))
        .run(
            "history",
            "--script-location",
            "scripts",
            "--script-location",
            "more",
            "--script-location",
            memory)
        .with("ALUDEL_SCRIPT_LOCATION", "scripts:" + memory + "/:more")
        .run("heads")
        .with("ALUDEL_SCRIPT_LOCATION", memory)
        .run("heads")
        .with("ALUDEL_SCRIPT_LOCATION", "")
        .write("aludel.properties", "script-location = " + memory + ", scripts\n")
        .run("heads")
        .run("heads", "--script-location", "classpath:no/such/folder")
        .matches("script-locations.txt");
  }
}
