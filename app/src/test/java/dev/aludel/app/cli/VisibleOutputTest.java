package dev.aludel.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What others wrote steers nobody's terminal and forges no line, wherever it comes to light. */
final class VisibleOutputTest {
  private static final String EVIL = "red \u001b[31m bell\u0007 \u009b2J \u202e end\u200b";
  private static final String SEEN = "red \\u001b[31m bell\\u0007 \\u009b2J \\u202e end\\u200b";

  @TempDir private Path folder;
  private Scenario scenario;

  @BeforeEach
  void writeScript() throws IOException {
    scenario =
        Scenario.in(folder)
            .with("ALUDEL_SCRIPT_LOCATION", "r")
            .write(
                "r/1.sql",
                "--@ revision a1\n--@ revises base\n--@ message %s\n--@ upgrade\ncreate table t (id integer);\n--@ downgrade\n--@ irreversible %1$s\n"
                    .formatted(EVIL));
  }

  private void change(String sql) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("aludel.db"));
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private void assertThatNothingSteers() {
    assertThat(scenario.transcript().replace("\n", "").codePoints())
        .noneMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT);
    assertThat(scenario.transcript().lines()).noneMatch(line -> line.matches("(2> )?fake.*"));
  }

  @Test
  void messagesOfScripts_areEscaped() {
    scenario.run("upgrade").run("history").run("history", "-v").run("history", "--graph");
    scenario.run("show", "a1").run("current").run("current", "-v").run("heads");
    scenario.run("downgrade", "base");

    assertThat(scenario.transcript()).contains("<base> -> a1 (head), " + SEEN);
    assertThat(scenario.transcript())
        .contains("Cannot downgrade through a1 (DIR/r/1.sql): " + SEEN + ".");
    assertThatNothingSteers();
  }

  @Test
  void json_keepsThem() {
    scenario.run("history", "--json");

    assertThat(scenario.transcript()).contains("\u202e").contains("\u009b");
  }

  @Test
  void rowsOfDatabases_forgeNoLine() throws SQLException {
    scenario.run("upgrade", "--backup", "never");
    change("update alembic_version set version_num = 'x' || char(27, 10) || 'fake (head)'");

    scenario.run("current").run("current", "-v").run("history", "-i").run("upgrade");
    scenario.run("downgrade", "base").run("stamp", "a1").run("current", "--check-heads");

    assertThat(scenario.transcript()).contains("x\\u001b\\nfake (head) (unknown");
    assertThatNothingSteers();
  }

  @Test
  void namesInJournals_forgeNoLine() throws SQLException {
    scenario.run("upgrade");
    change("update aludel_journal set user_name = 'u' || char(10, 27) || 'fake', checksum = 'x'");

    scenario.run("current", "-v").run("history", "-v");

    assertThat(scenario.transcript()).contains(" by u\\n\\u001bfake");
    assertThatNothingSteers();
  }

  @Test
  void holdersOfLocks_forgeNoLine() throws IOException {
    Files.writeString(folder.resolve("aludel.db-aludel-holder"), "x\nfake\u001b");
    scenario.run("upgrade");

    assertThatNothingSteers();
  }

  @Test
  void namesOfFiles_forgeNoLine() throws IOException {
    scenario.write(
        "r/x\nfake\u001b.sql", "--@ revision b2\n--@ revises a1\n--@ upgrade\nselect 1\n");
    scenario.run("history", "-v").run("show", "b2").run("upgrade", "-v");
    scenario.write("r/x\nfake\u001b.sql", "--@ revision b2\n--@ revises a1\n--@ upgrad\n");
    scenario.run("history").run("merge", "a1", "b2").run("edit", "a1");

    assertThat(scenario.transcript()).contains("r/x\\nfake\\u001b.sql:3:1: unknown directive");
    assertThatNothingSteers();
  }

  @Test
  void wordsOfDatabases_forgeNoLine() throws IOException {
    scenario.write(
        "r/2.sql",
        "--@ revision b2\n--@ revises a1\n--@ upgrade sqlite\nselect * from \"no\u001b\nfake\u202e\";\n--@ upgrade postgresql\nselect 1;\n");
    scenario.run("upgrade", "-v");

    assertThat(scenario.transcript()).contains("no such table: no\\u001b");
    assertThatNothingSteers();
  }

  @Test
  void arguments_forgeNoLine() {
    scenario.run("show", "x\nfake\u001b").run("no\nfake\u202e").run("upgrade", "--no\nfake\u001b");
    scenario.run("--version-table", "x\nfake\u001b", "current");
    scenario.run("--script-location", "x\nfake\u001b", "current");
    scenario.run("--config", "x\nfake\u001b", "current").run("--url", "x\nfake\u001b", "current");

    assertThatNothingSteers();
  }

  @Test
  void settings_forgeNoLine() throws IOException {
    scenario.write("aludel.properties", "no\\nfake\\u001b = 1\n").run("heads");
    scenario.write("aludel.properties", "lock-wait = no\\nfake\\u001b\n").run("heads");

    assertThatNothingSteers();
  }

  @Test
  void messages_holdNoValueOfMoreThan200Characters() throws IOException, SQLException {
    String longText = "x".repeat(5000);
    scenario.run("upgrade").run("show", longText).run("upgrade", longText).run(longText);
    change("update alembic_version set version_num = '" + longText + "'");
    scenario.run("upgrade").run("downgrade", "base");
    for (String body :
        List.of(
            "--@ upgrade\nselect '" + longText + "' from no_such_table;\n",
            "--@ upgrade\ncreate table t (a " + longText + ");\n",
            "--@ upgrade\nalter table " + longText + " add b integer;\n",
            "--@ upgrade sqlite\nselect raise_" + longText + "();\n",
            "--@ upgrade\nselect '" + longText + "\n",
            "--@ upgrade " + longText + "\n",
            "--@ " + longText + "\n",
            longText)) {
      scenario.write("r/2.sql", "--@ revision b2\n--@ revises base\n" + body);
      scenario.run("upgrade", "b2").run("history");
    }

    assertThat(scenario.transcript().lines().filter(line -> line.startsWith("2> ")))
        .isNotEmpty()
        .noneMatch(line -> line.contains("x".repeat(201)));
  }
}
