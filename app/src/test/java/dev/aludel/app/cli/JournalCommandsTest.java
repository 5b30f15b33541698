package dev.aludel.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.test.FreshDatabase;
import dev.aludel.test.TestPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What commands tell from the journal: when revisions were applied, and whose script changed. */
final class JournalCommandsTest {
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

  /** Applies one of the two revisions, and changes its script. */
  private Scenario withAChangedScript() throws IOException {
    return scenario
        .run("-q", "upgrade", "aa11")
        .write("scripts/aa11.sql", SampleScripts.empty("aa11", "base", "--@ message Create jugs"));
  }

  @Test
  void history_tellsWhenRevisionsWereApplied_whenVerbose() throws IOException {
    scenario
        .run("-q", "upgrade", "aa11")
        .run("history", "-v")
        .run("history", "-v", "--json")
        .run("history", "-v", "--graph")
        .run("history", "-v", "-i", "-r", "aa11:aa11")
        .matches("history-applied.txt");
  }

  @Test
  void history_answersWithoutAJournal() throws IOException, SQLException {
    scenario.run("history", "-v", "-r", ":aa11");
    assertThat(folder.resolve("aludel.db")).doesNotExist();
    new SqliteFile(folder.resolve("aludel.db"))
        .execute(SqliteFile.VERSION_TABLE, "insert into alembic_version values ('aa11')");
    scenario
        .run("history", "-v", "-r", ":aa11")
        .run("current", "-v")
        .run("upgrade")
        .matches("history-no-journal.txt");
  }

  @Test
  void history_answersWithoutADatabase() throws IOException {
    scenario
        .with("ALUDEL_DATABASE_URL", "postgresql://me:geheim@localhost:1/nowhere")
        .run("history", "-v", "-r", ":aa11")
        .run("history", "-v", "-r", ":aa11", "--json")
        .matches("history-unreachable.txt");
  }

  @Test
  void current_reportsChangedScripts_whenVerbose() throws IOException {
    withAChangedScript()
        .run("current")
        .run("current", "-v")
        .run("current", "-v", "--json")
        .run("current", "--json")
        .matches("changed-scripts.txt");
  }

  @Test
  void run_warnsOfChangedScripts_andGoesOn() throws IOException {
    withAChangedScript()
        .run("upgrade", "aa11")
        .run("upgrade")
        .write("scripts/bb22.sql", SampleScripts.empty("bb22", "aa11"))
        .run("upgrade")
        .run("downgrade", "-q", "aa11")
        .run("downgrade", "--json", "base")
        .matches("changed-scripts-run.txt");
  }

  @Test
  void current_saysWhyAScriptCannotBeRead() throws IOException {
    scenario
        .run("-q", "upgrade", "aa11")
        .write("scripts/aa11.sql", "--@ revision aa11\n--@ revises base\n--@ upgrade\ncommit;\n")
        .run("current", "-v")
        .run("upgrade")
        .matches("changed-script-unreadable.txt");
  }

  @Test
  void journal_isReadOnPostgresToo() throws IOException {
    try (FreshDatabase database = TestPostgres.freshDatabase()) {
      scenario.with("ALUDEL_DATABASE_URL", database.url());
      withAChangedScript()
          .run("history", "-v", "-r", ":aa11")
          .run("current", "-v")
          .run("upgrade")
          .matches("journal-postgresql.txt");
    }
  }
}
