package dev.aludel.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

// Targets are ids: "heads" would mean something else with the next bundled revision, but for the
// few scenarios that are about heads.
final class MigrationCommandsTest {
  @TempDir private Path folder;

  @Test
  void upgrade_appliesOnceAndThenHasNothingToDo() throws IOException {
    Scenario.in(folder)
        .run("upgrade", "heads")
        .run("upgrade", "heads")
        .run("upgrade")
        .matches("upgrade-heads.txt");
    assertThat(folder.resolve("aludel.db")).exists();
  }

  @Test
  void upgrade_goesAsFarAsTheTargetsSay() throws IOException {
    Scenario.in(folder)
        .run("upgrade", "conversation@+1")
        .run("upgrade", "b1c2")
        .run("upgrade", "f6e7d8c9b0a1", "001")
        .run("current")
        .matches("upgrade-targets.txt");
  }

  @Test
  void upgrade_answersInJson() throws IOException {
    Scenario.in(folder)
        .run("upgrade", "b1c2d3e4f5g6", "--json")
        .run("--json", "upgrade", "b1c2d3e4f5g6")
        .matches("upgrade-json.txt");
  }

  @Test
  void upgrade_tellsWhatItDoes_whenVerbose() throws IOException {
    SampleScripts.in(folder);
    Scenario.in(folder)
        .run("-v", "upgrade", "d5b3f8f2e9a0")
        .write(
            "scripts/cc33.sql",
            "--@ revision cc33\n--@ revises bb22\n--@ upgrade\nalter table pots add constraint large check (id > 0), alter column id set data type integer;\ninsert into pots\nvalues (1);\n")
        .run(
            "upgrade",
            "-v",
            "--script-location",
            "scripts",
            "--url",
            "sqlite:///" + folder.resolve("pots.db"))
        .matches("upgrade-verbose.txt");
  }

  @Test
  void downgrade_goesBackToTheTarget() throws IOException {
    Scenario.in(folder)
        .run("-q", "upgrade", "f6e7d8c9b0a1")
        .run("downgrade", "b1c2d3e4f5g6")
        .run("downgrade", "b1c2d3e4f5g6")
        .run("downgrade", "--json", "conversation@-1")
        .run("downgrade", "base")
        .run("current")
        .matches("downgrade.txt");
  }

  @Test
  void downgrade_takesACountForATarget_thoughItLooksLikeAnOption() throws IOException {
    SampleScripts.in(folder);
    Scenario.in(folder)
        .with("ALUDEL_SCRIPT_LOCATION", "scripts")
        .run("upgrade")
        .run("downgrade", "-1")
        .run("downgrade", "-q", "-1", "-v")
        .run("downgrade", "-99")
        .run("downgrade", "-1", "--json")
        .matches("downgrade-count.txt");
  }

  @Test
  void downgrade_isRefused_whenACountIsNotClear() throws IOException {
    Scenario.in(folder)
        .run("-q", "upgrade", "f6e7d8c9b0a1", "001")
        .run("downgrade", "-1")
        .run("current")
        .matches("downgrade-unclear.txt");
  }

  @Test
  void current_tellsWhereTheDatabaseIs() throws IOException {
    Scenario.in(folder)
        .run("upgrade", "b1c2d3e4f5g6", "001")
        .run("current")
        .run("current", "-v")
        .run("current", "--json")
        .matches("current.txt");
  }

  @Test
  void current_createsNothing_whenThereIsNoDatabase() throws IOException {
    Scenario.in(folder)
        .run("current")
        .run("current", "--json")
        .run("current", "-q")
        .run("current", "--check-heads")
        .matches("current-missing.txt");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void commands_sayThatThereIsNoDatabase_whenTheyAskForOne() throws IOException {
    SampleScripts.in(folder);
    Scenario.in(folder)
        .with("ALUDEL_SCRIPT_LOCATION", "scripts")
        .run("history", "-i")
        .run("history", "-r", "current:")
        .run("history", "-v", "-i", "-r", "aa11:aa11")
        .run("history", "-v", "-r", "aa11:aa11")
        .run("show", "current")
        .run("show", "-1")
        .run("edit", "current")
        .run("merge", "current", "bb22")
        .at("2026-01-02T03:04:05Z")
        .run("revision", "-m", "Add ashes", "--head", "current+2", "--rev-id", "cc33")
        .run("downgrade", "base")
        .matches("missing-database.txt");
    assertThat(folder.resolve("aludel.db")).doesNotExist();
  }

  @Test
  void commands_sayWhereOneNamesTheDatabase_whenTheDefaultIsNotThere() throws IOException {
    Scenario.in(folder)
        .with("ALUDEL_DATABASE_URL", "")
        .run("current")
        .run("downgrade", "-1")
        .run("backup")
        .write("aludel.properties", "version-table = versions\n")
        .run("current")
        .run("current", "--url", "sqlite:///other.db")
        .matches("missing-default-database.txt");
  }

  @Test
  void current_marksARowThatNoScriptKnows() throws IOException, SQLException {
    Scenario scenario = Scenario.in(folder).run("upgrade", "001");
    execute("insert into alembic_version values ('feedbeef0001')");
    scenario
        .run("current")
        .run("current", "-v")
        .run("current", "--json")
        .run("upgrade", "f6e7d8c9b0a1")
        .run("downgrade", "base")
        .run("current")
        .matches("current-unknown-row.txt");
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("aludel.db"));
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Test
  void headsAndHistory_openNoDatabase() throws IOException {
    SampleScripts.in(folder);
    Scenario.in(folder)
        .run("heads")
        .run("history")
        .run("--script-location", "scripts", "heads", "-v")
        .run("--script-location", "scripts", "history", "-v")
        .run("--script-location", "scripts", "heads", "--json")
        .run("--script-location", "scripts", "history", "--json")
        .run("--script-location", "scripts", "history", "--bundled")
        .matches("heads-and-history.txt");
    assertThat(folder.resolve("aludel.db")).doesNotExist();
  }

  @Test
  void headsAndHistory_neverConnect() throws IOException {
    SampleScripts.in(folder);
    Scenario.in(folder)
        .with("ALUDEL_SCRIPT_LOCATION", "scripts")
        .with("ALUDEL_DATABASE_URL", "postgresql://nobody@localhost:1/nowhere")
        .run("heads")
        .run("history")
        .matches("heads-and-history-offline.txt");
  }

  @Test
  void stamp_saysThatThereIsNothingToDo_andCreatesNothing() throws IOException {
    Scenario.in(folder)
        .run("stamp", "base")
        .run("stamp", "base", "--json")
        .matches("stamp-base.txt");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void upgrade_namesStamp_whenATableIsThereAlready() throws IOException, SQLException {
    SampleScripts.in(folder);
    execute("create table pots (id bigint)");
    Scenario.in(folder)
        .with("ALUDEL_SCRIPT_LOCATION", "scripts")
        .run("upgrade")
        .run("stamp", "aa11")
        .run("stamp", "aa11")
        .run("upgrade")
        .matches("table-is-there.txt");
  }

  @Test
  void stamp_writesTheRowsAlone() throws IOException {
    Scenario.in(folder)
        .run("stamp", "b1c2d3e4f5g6", "001")
        .run("current")
        .run("stamp", "d5b3f8f2e9a0", "--json")
        .run("stamp", "base")
        .run("current")
        .matches("stamp.txt");
  }

  @Test
  void versionTable_isTheOneThatIsNamed() throws IOException {
    Scenario.in(folder)
        .run("--version-table", "my versions", "upgrade", "001")
        .run("current")
        .run("current", "--version-table", "my versions")
        .matches("version-table.txt");
  }
}
