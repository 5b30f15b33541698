package dev.aludel.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

final class FailuresTest {
  @TempDir private Path folder;

  @Test
  void help_isGiven_howeverItIsAskedFor() {
    assertThat(helpOf("-h", "current", "-h")).isEqualTo(helpOf("-h"));
    assertThat(helpOf("current", "--url=", "--help")).isEqualTo(helpOf("current", "-h"));
  }

  private String helpOf(String... arguments) {
    String[] lines = Scenario.in(folder).run(arguments).transcript().split("\n", 2);
    assertThat(lines[1]).startsWith("Usage: aludel").doesNotContain("\nexit ");
    return lines[1];
  }

  @Test
  void usage_isExplainedInTwoLines() throws IOException {
    Scenario.in(folder)
        .run()
        .run("upgarde")
        .run("help")
        .run("help", "upgrade")
        .run("upgrade", "--nonsense")
        .run("downgrade")
        .run("downgrade", "a", "b")
        .run("stamp")
        .run("current", "here")
        .run("current", "--url")
        .run("-v", "current", "-q")
        .run("--url", "sqlite:///a.db", "current", "--url", "sqlite:///b.db")
        .run("--url=sqlite:///a.db", "stamp", "--url=sqlite:///b.db", "base")
        .run("-v", "current", "--verbose")
        .matches("wrong-usage.txt");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void value_isRefused_whenItIsEmpty() throws IOException {
    Scenario.in(folder)
        .run("--script-location=", "heads")
        .run("heads", "--script-location", "")
        .run("upgrade", "--config=")
        .run("current", "--url=")
        .run("current", "--version-table", "")
        .run("backup", "--to=")
        .run("revision", "-m", "")
        .run("revision", "-m", "Add pots", "--version-path=")
        .run("init", "")
        .run("upgrade", "")
        .matches("empty-values.txt");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void url_isRefused_whenItIsNone() throws IOException {
    Scenario.in(folder)
        .run("upgrade", "--url", "mysql://agent:geheim@localhost/agent")
        .run("upgrade", "--url", "aludel.db")
        .run("upgrade", "--url", "sqlite://aludel.db")
        .run("upgrade", "--url", "postgresql://agent:geheim@localhost:many/agent")
        .run("upgrade", "--url", "postgresql://agent:geheim@localhost:99999/agent")
        .matches("wrong-url.txt");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void server_isNamedWithoutPassword_whenItCannotBeReached() throws IOException {
    Scenario scenario =
        Scenario.in(folder)
            .run("upgrade", "--url", "postgresql://agent:p@ss/geheim@localhost:1/agent");
    scenario.run("current", "--url", "postgresql://agent@localhost:1/agent?password=geheim");
    String said = scenario.transcript().replaceAll("(?m)^\\$.*$", "");
    assertThat(said).doesNotContain("geheim");
    scenario.matches("unreachable-server.txt");
  }

  @Test
  void file_staysAsItIs_whenItIsNoDatabase() throws IOException {
    Path file = Files.writeString(folder.resolve("aludel.db"), "Dear diary, ".repeat(1000));
    Scenario.in(folder)
        .run("upgrade")
        .run("current")
        .run("stamp", "001")
        .run("downgrade", "base")
        .matches("no-database.txt");
    assertThat(file).hasContent("Dear diary, ".repeat(1000));
    assertThat(folder).isDirectoryNotContaining(other -> !other.equals(file));
  }

  @Test
  void path_isRefused_whenNoFileCanBeThere() throws IOException {
    Path file = Files.writeString(folder.resolve("diary"), "Dear diary");
    Scenario.in(folder)
        .run("upgrade", "--url", "sqlite:///" + folder.resolve("diary/aludel.db"))
        .run("current", "--url", "sqlite:///" + folder.resolve("diary/aludel.db"))
        .run("upgrade", "--url", "sqlite:///" + folder.resolve("missing/aludel.db"))
        .run("upgrade", "--url", "sqlite:///" + folder)
        .matches("impossible-path.txt");
    assertThat(folder).isDirectoryNotContaining(other -> !other.equals(file));
  }

  @Test
  void file_isNamed_whenItMayNotBeWritten() throws IOException {
    assumeFalse("root".equals(System.getProperty("user.name")), "root may write everything");
    SampleScripts.in(folder);
    Scenario scenario =
        Scenario.in(folder).with("ALUDEL_SCRIPT_LOCATION", "scripts").run("upgrade", "aa11");
    Files.setPosixFilePermissions(
        folder.resolve("aludel.db"), PosixFilePermissions.fromString("r--r--r--"));
    scenario
        .run("upgrade")
        .run("downgrade", "base")
        .run("stamp", "bb22")
        .run("current")
        .matches("read-only-file.txt");
  }

  @Test
  void target_isRefusedAndNothingCreated_whenNoRevisionHasIt() throws IOException {
    Scenario.in(folder)
        .run("upgrade", "nonsense")
        .run("downgrade", "nonsense")
        .run("stamp", "nonsense")
        .run("upgrade", "001", "no-way")
        .matches("unknown-target.txt");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void scripts_areRefused_whenTheyAreNotRight() throws IOException {
    Path scripts = SampleScripts.in(folder);
    Scenario scenario =
        Scenario.in(folder)
            .run("heads", "--script-location", "missing")
            .run("heads", "--script-location", "scripts/aa11.sql");
    Files.writeString(scripts.resolve("cc33.sql"), "--@ revision cc33\n--@ revices bb22\n");
    scenario.run("upgrade", "--script-location", "scripts");
    Files.writeString(
        scripts.resolve("cc33.sql"),
        "--@ revision cc33\n--@ revises bb22\n--@ upgrade\ncreat table kilns (id bigint);\n");
    scenario.run("upgrade", "--script-location", "scripts").matches("wrong-scripts.txt");
    assertThat(folder.resolve("aludel.db")).doesNotExist();
  }

  @Test
  void revision_leavesTheDatabaseAtTheOneBefore_whenItFails() throws IOException {
    Path scripts = SampleScripts.in(folder);
    Files.writeString(
        scripts.resolve("cc33.sql"),
        "--@ revision cc33\n--@ revises bb22\n--@ upgrade\ninsert into pots values (1), (1);\n");
    Scenario.in(folder)
        .with("ALUDEL_SCRIPT_LOCATION", "scripts")
        .run("upgrade")
        .run("current")
        .matches("failed-revision.txt");
  }

  @Test
  void unexpectedError_isOneLineWithoutATrace() {
    assertThat(told(new IllegalStateException("so\nnot so"), "upgrade"))
        .isEqualTo(
            "Aludel failed in a way that it does not know: java.lang.IllegalStateException: so not so. This is a mistake in Aludel; run the same command with -v, and report what it says.\n");
  }

  @Test
  void unexpectedError_hasItsTrace_whenVerbose() {
    assertThat(told(new IllegalStateException("so"), "upgrade", "-v"))
        .contains("java.lang.IllegalStateException: so\n    at ");
  }

  private String told(Exception error, String... arguments) {
    StringWriter err = new StringWriter();
    Streams streams =
        new Streams(new PrintWriter(err, false), new PrintWriter(err, false), Streams.Colour.OFF);
    CommandLine parser = new AludelCommandLine(Scenario.environment(folder), streams).parser();
    CommandLine upgrade = parser.parseArgs(arguments).subcommand().commandSpec().commandLine();
    assertThat(
            new Failures(streams)
                .handleExecutionException(error, upgrade, upgrade.getParseResult()))
        .isEqualTo(1);
    streams.err().flush();
    return err.toString();
  }
}
