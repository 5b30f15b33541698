package dev.aludel.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.test.FreshDatabase;
import dev.aludel.test.TestPostgres;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Backups from the command line: asked for, and before a run. */
final class BackupCommandTest {
  @TempDir private Path folder;

  @BeforeEach
  void writeScripts() throws IOException {
    Path scripts = SampleScripts.in(folder);
    Files.writeString(
        scripts.resolve("cc33.sql"), SampleScripts.altering("cc33", "bb22", "pots", "size"));
    Files.writeString(
        scripts.resolve("dd44.sql"),
        """
        --@ revision dd44
        --@ revises cc33
        --@ message Count sizes from 1

        --@ upgrade
        alter table pots alter column size set default 1;
        """);
  }

  private Scenario scenario() {
    return Scenario.in(folder).at("2026-11-21T04:26:00Z").with("ALUDEL_SCRIPT_LOCATION", "scripts");
  }

  private List<String> backups() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> name.endsWith(".bak"))
          .sorted()
          .toList();
    }
  }

  @Test
  void backup_writesANewFileEachTime() throws IOException {
    scenario()
        .run("upgrade", "aa11")
        .run("backup")
        .run("backup")
        .run("backup", "--json")
        .matches("backup.txt");
    assertThat(backups())
        .containsExactly(
            "aludel.db.aa11.20261121T042600Z-2.bak",
            "aludel.db.aa11.20261121T042600Z-3.bak",
            "aludel.db.aa11.20261121T042600Z.bak");
  }

  @Test
  void backup_comesIntoTheFolderThatIsAskedFor() throws IOException {
    Files.createDirectory(folder.resolve("safe"));
    scenario()
        .run("-q", "upgrade", "aa11")
        .run("backup", "--to", "safe")
        .run("backup", "--to", folder.resolve("safe").toString(), "--json")
        .run("backup", "--to", "gone")
        .run("backup", "--to", "aludel.db")
        .matches("backup-to.txt");
    assertThat(backups()).isEmpty();
    try (Stream<Path> files = Files.list(folder.resolve("safe"))) {
      assertThat(files).hasSize(2);
    }
  }

  @Test
  void run_beginsWithABackup_whenSomethingCouldBeLost() throws IOException {
    Scenario scenario =
        scenario()
            .run("upgrade", "cc33")
            .run("upgrade")
            .run("upgrade")
            .run("downgrade", "cc33")
            .run("stamp", "cc33")
            .run("downgrade", "bb22")
            .run("downgrade", "aa11", "--json")
            .run("downgrade", "base", "-q")
            .run("upgrade", "cc33", "--json")
            .run("downgrade", "base", "--backup", "never");
    Files.copy(
        folder.resolve("aludel.db.cc33.20261121T042600Z.bak"),
        folder.resolve("aludel.db"),
        StandardCopyOption.REPLACE_EXISTING);
    scenario.run("current").run("upgrade").matches("backup-runs.txt");
  }

  @Test
  void run_beginsWithABackup_asTheSettingsSay() throws IOException {
    scenario()
        .run("upgrade", "aa11", "--backup", "always")
        .run("upgrade", "bb22", "--backup", "always")
        .with("ALUDEL_BACKUP", "never")
        .run("downgrade", "aa11")
        .run("downgrade", "base", "--backup", "auto")
        .with("ALUDEL_BACKUP", "")
        .write("aludel.properties", "backup = always\n")
        .run("upgrade", "aa11")
        .with("ALUDEL_BACKUP", "Always")
        .run("upgrade")
        .run("upgrade", "--backup", "yes")
        .matches("backup-settings.txt");
  }

  @Test
  void backup_isRefused_whereThereIsNoFile() throws IOException {
    scenario()
        .run("backup")
        .run("backup", "--url", "sqlite://")
        .run("upgrade", "--url", "sqlite://", "--backup", "always")
        .run("upgrade", "--url", "sqlite://", "-q")
        .matches("backup-refused.txt");
    assertThat(folder.resolve("aludel.db")).doesNotExist();
  }

  @Test
  void backup_saysWhatIsInTheWay() throws IOException {
    Scenario scenario = scenario().run("-q", "upgrade", "cc33");
    Files.createFile(Files.createDirectory(folder.resolve("aludel.db-aludel-backup")).resolve("x"));
    scenario.run("backup").run("downgrade", "base").run("current").matches("backup-in-the-way.txt");
  }

  @Test
  void backup_isLeftToPostgres() throws IOException {
    try (FreshDatabase database = TestPostgres.freshDatabase()) {
      URI server = URI.create(database.url());
      scenario()
          .with("ALUDEL_DATABASE_URL", database.url())
          .showing(
              "//%s@%s:%d"
                  .formatted(
                      server.getUserInfo().replaceFirst(":.*", ":***"),
                      server.getHost(),
                      server.getPort()),
              "//USER@HOST:PORT")
          .showing(database.name(), "DATABASE")
          .run("upgrade", "cc33")
          .run("downgrade", "bb22")
          .run("downgrade", "base", "--backup", "always")
          .run("backup")
          .matches("backup-postgresql.txt");
    }
  }
}
