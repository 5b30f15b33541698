package dev.aludel.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Making projects and scripts. No database is there, and none is made. */
final class AuthoringCommandsTest {
  private static final String TIME = "2026-03-04T05:06:07Z";

  @TempDir private Path folder;

  private Scenario scenario() {
    return Scenario.in(folder)
        .at(TIME)
        .with("ALUDEL_DATABASE_URL", "postgresql://nobody@localhost:1/nowhere");
  }

  private Scenario inSamples() throws IOException {
    SampleScripts.in(folder);
    return scenario().with("ALUDEL_SCRIPT_LOCATION", "scripts");
  }

  @Test
  void init_makesTheFolderOfAProject() throws IOException {
    scenario()
        .run("list-templates")
        .run("list-templates", "--json")
        .run("init", "shop")
        .show("shop/aludel.properties")
        .show("shop/revisions/revision.sql.template")
        .run("init", "--json", "bank", "--template", "sqlite-postgresql")
        .show("bank/revisions/revision.sql.template")
        .run("--config", "shop/aludel.properties", "revision", "-m", "First", "--rev-id", "a1")
        .run("--config", "bank/aludel.properties", "revision", "-m", "First", "--rev-id", "a1")
        .show("bank/revisions/20260304_a1_first.sql")
        .matches("init.txt");
  }

  @Test
  void init_isRefused_whenItWouldTakeThePlaceOfSomething() throws IOException {
    scenario()
        .write("shop/aludel.properties", "url = sqlite://\n")
        .write("file", "")
        .run("init", "shop")
        .run("init", "other", "-t", "nonsense")
        .run("init", "file")
        .run("init")
        .matches("init-refused.txt");
    assertThat(folder.resolve("other")).doesNotExist();
  }

  @Test
  void revision_writesAScript() throws IOException {
    inSamples()
        .run("revision", "-m", "Fire the pots", "--rev-id", "cc33", "--branch-label", "kiln")
        .show("scripts/20260304_cc33_fire_the_pots.sql")
        .run("revision", "-m", "Root", "--rev-id", "dd44", "--head", "base", "--json")
        .run(
            "revision", "-m", "Needs", "--rev-id", "ee55", "--head", "dd44", "--depends-on", "kiln")
        .run("revision", "-m", "Aside", "--rev-id", "ff66", "--head", "aa11", "--splice")
        .run(
            "revision",
            "-m",
            "Below",
            "--head",
            "ff66",
            "--rev-id",
            "1a",
            "--version-path",
            "scripts/b")
        .run("heads", "--resolve-dependencies")
        .run("heads")
        .matches("revision.txt");
    assertThat(folder.resolve("scripts/b/20260304_1a_below.sql")).exists();
  }

  @Test
  void revision_hasARandomIdAndNoMessage_whenNeitherIsGiven() throws IOException {
    inSamples().run("revision");
    try (var files = Files.list(folder.resolve("scripts"))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .filteredOn(name -> name.matches("20260304_[0-9a-f]{12}\\.sql"))
          .hasSize(1);
    }
  }

  @Test
  void revision_takesTemplatesFromSettings() throws IOException {
    String template =
        "--@ revision ${revision}\n--@ revises ${revises}\n--@ upgrade\n-- by ${message}\n";
    inSamples()
        .write("mine.template", template)
        .write("scripts/revision.sql.template", template.replace("by", "of the location"))
        .run("revision", "-m", "one", "--rev-id", "c1")
        .show("scripts/20260304_c1_one.sql")
        .with("ALUDEL_REVISION_TEMPLATE", "mine.template")
        .with("ALUDEL_FILE_NAME_TEMPLATE", "${year}-${revision}.sql")
        .run("revision", "-m", "two", "--rev-id", "c2")
        .show("scripts/2026-c2.sql")
        .run("revision", "--rev-id", "c3", "--file-name-template", "${revision}.sql")
        .run("revision", "--revision-template", "missing")
        .run("revision", "--file-name-template", "always.sql")
        .run("revision", "--file-name-template", "../${revision}.sql")
        .run("revision", "--branch-label", "kiln", "--file-name-template", "${revision}.sql")
        .matches("revision-templates.txt");
  }

  @Test
  void revision_takesTemplatesFromTheFile_besideIt() throws IOException {
    SampleScripts.in(folder.resolve("shop"));
    scenario()
        .write(
            "shop/mine.template",
            "--@ revision ${revision}\n--@ revises ${revises}\n--@ upgrade\n-- mine\n")
        .write(
            "shop/aludel.properties",
            "script-location = scripts\nrevision-template = mine.template\nfile-name-template = ${revision}.sql\n")
        .run("--config", "shop/aludel.properties", "revision", "--rev-id", "c1")
        .show("shop/scripts/c1.sql")
        .matches("revision-settings-file.txt");
  }

  @Test
  void revision_isRefusedAndNothingWritten_whenItWouldBreakTheGraph() throws IOException {
    inSamples()
        .run("revision", "--rev-id", "aa11")
        .run("revision", "--rev-id", "head")
        .run("revision", "--rev-id", "a-b")
        .run("revision", "--head", "nonsense")
        .run("revision", "--head", "aa11")
        .run("revision", "--branch-label", "bb22", "--rev-id", "cc33")
        .run("revision", "--depends-on", "nonsense")
        .run("revision", "--version-path", "elsewhere")
        .with("ALUDEL_SCRIPT_LOCATION", "")
        .run("revision", "--head", "base")
        .matches("revision-refused.txt");
    assertThat(folder.resolve("scripts")).isDirectoryNotContaining("glob:**2026*");
    assertThat(folder.resolve("elsewhere")).doesNotExist();
  }

  @Test
  void merge_tellsWhereTheBranchesMeet() throws IOException {
    inSamples()
        .write("scripts/cc33.sql", SampleScripts.altering("cc33", "aa11", "pots", "height"))
        .write("scripts/dd44.sql", SampleScripts.altering("dd44", "aa11", "pots", "width"))
        .run("merge", "cc33", "dd44", "--rev-id", "ee55", "--json")
        .run("merge", "-m", "Join", "--rev-id", "ff66")
        .show("scripts/20260304_ff66_join.sql")
        .run("merge")
        .run("merge", "cc33", "bb22")
        .matches("merge.txt");
  }

  @Test
  void merge_tellsOfEachTable_whenBothSidesTouchIt() throws IOException {
    inSamples()
        .write("scripts/cc33.sql", SampleScripts.altering("cc33", "aa11", "pots", "height"))
        .write("scripts/dd44.sql", SampleScripts.altering("dd44", "bb22", "pots", "width"))
        .run("merge", "heads", "--rev-id", "ee55")
        .run("history", "--graph")
        .matches("merge-shared.txt");
  }
}
