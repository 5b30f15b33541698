package dev.aludel.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.migrations.Migrator;
import dev.aludel.migrations.plan.Plan;
import dev.aludel.migrations.run.MigrationListener;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How runs are run, as far as options and settings say. */
final class RunSettingsTest {
  @TempDir private Path folder;

  private Scenario withAFailingThirdScript() throws IOException {
    SampleScripts.in(folder);
    return Scenario.in(folder)
        .with("ALUDEL_SCRIPT_LOCATION", "scripts")
        .write(
            "scripts/cc33.sql",
            "--@ revision cc33\n--@ revises bb22\n--@ upgrade\ninsert into pots values (1), (1);\n");
  }

  @Test
  void transaction_isTheWholeRun_whenAskedFor() throws IOException {
    withAFailingThirdScript()
        .run("upgrade", "--transaction", "all")
        .run("current")
        .with("ALUDEL_TRANSACTION", "all")
        .run("upgrade", "--transaction", "per-revision")
        .run("current")
        .matches("transaction.txt");
  }

  @Test
  void run_saysWhereTheBackupIs_whenItFails() throws IOException {
    withAFailingThirdScript()
        .run("upgrade", "bb22")
        .run("upgrade", "--backup", "always", "-q")
        .matches("failed-with-backup.txt");
  }

  @Test
  void run_saysWhatStays_whenTheVersionTableIsNotAsItShouldBe() throws IOException, SQLException {
    SqliteFile database = new SqliteFile(folder.resolve("aludel.db"));
    database.execute("create table alembic_version (version_num text)");
    SampleScripts.in(folder);
    Scenario scenario =
        Scenario.in(folder)
            .with("ALUDEL_SCRIPT_LOCATION", "scripts")
            .write("scripts/cc33.sql", SampleScripts.empty("cc33", "bb22"))
            .write("scripts/dd44.sql", SampleScripts.empty("dd44", "cc33"))
            .run("upgrade");
    database.execute("drop table alembic_version");
    scenario.run("upgrade", "aa11");
    database.execute(
        "create trigger thief after update on alembic_version when new.version_num = 'cc33' begin"
            + " insert into alembic_version values ('other'); end");
    scenario.run("upgrade").matches("failed-version-table.txt");
  }

  @Test
  void settings_areRefused_whenTheyAreNone() throws IOException {
    SampleScripts.in(folder);
    Scenario.in(folder)
        .with("ALUDEL_SCRIPT_LOCATION", "scripts")
        .run("upgrade", "--transaction", "sometimes")
        .run("downgrade", "--lock-wait", "long", "base")
        .run("stamp", "--lock-timeout", "-5s", "base")
        .run("stamp", "--lock-timeout", "0", "base")
        .run("current", "--lock-wait", "5s")
        .with("ALUDEL_LOCK_WAIT", "1h")
        .run("ensure-version")
        .with("ALUDEL_LOCK_WAIT", "")
        .write("aludel.properties", "transaction = ALL\n")
        .run("upgrade")
        .matches("run-settings-refused.txt");
    assertThat(folder.resolve("aludel.db")).doesNotExist();
  }

  @Test
  void run_saysThatItWaits_andGivesUp() throws IOException {
    SampleScripts.in(folder);
    Scenario scenario = Scenario.in(folder).with("ALUDEL_SCRIPT_LOCATION", "scripts");
    MigrationListener others =
        new MigrationListener() {
          @Override
          public void planned(Plan plan) {
            scenario
                .run("upgrade", "--lock-wait", "0")
                .with("ALUDEL_LOCK_WAIT", "50ms")
                .run("stamp", "aa11")
                .with("ALUDEL_LOCK_WAIT", "");
          }
        };
    Migrator.builder()
        .url("sqlite:///" + folder.resolve("aludel.db"))
        .scripts(folder.resolve("scripts"))
        .listener(others)
        .build()
        .upgrade();
    scenario.run("upgrade");
    scenario.matches("lock.txt");
  }

  @Test
  void commands_sayThatTheFileIsLocked_andGiveUp() throws IOException, SQLException {
    SampleScripts.in(folder);
    Scenario scenario =
        Scenario.in(folder).with("ALUDEL_SCRIPT_LOCATION", "scripts").run("upgrade", "aa11");
    try (Connection others =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("aludel.db"));
        Statement statement = others.createStatement()) {
      statement.execute("begin exclusive");
      scenario
          .run("upgrade", "--lock-wait", "700ms")
          .run("upgrade", "--lock-wait", "0")
          .run("current", "--lock-timeout", "700ms")
          .run("history", "-i", "--lock-timeout", "100ms");
      statement.execute("rollback");
      statement.execute("begin immediate");
      scenario.run("upgrade", "--lock-wait", "100ms").run("stamp", "--lock-wait", "0", "bb22");
    }
    scenario.run("upgrade").matches("file-locked.txt");
  }
}
