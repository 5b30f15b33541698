package dev.aludel.migrations.author;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.migrations.script.ScriptLocation;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ProjectFolderTest {
  @TempDir private Path parent;

  @ParameterizedTest
  @EnumSource(ProjectTemplate.class)
  void create_makesAProjectThatTakesRevisions(ProjectTemplate template) throws IOException {
    Path folder = parent.resolve("deep/shop");

    List<Path> made = ProjectFolder.create(folder, template);

    assertThat(made)
        .containsExactly(
            folder.resolve("aludel.properties"),
            folder.resolve("revisions"),
            folder.resolve("revisions/revision.sql.template"),
            folder.resolve("schema"))
        .allSatisfy(path -> assertThat(path).exists());
    assertThat(settings(folder))
        .containsOnly(
            java.util.Map.entry("url", "sqlite:///aludel.db"),
            java.util.Map.entry("script-location", "revisions"),
            java.util.Map.entry("bundled", "false"));
    Path revision =
        new RevisionWriter(
                List.of(new ScriptLocation.OnDisk(folder.resolve("revisions"))),
                Set::of,
                Clock.systemUTC())
            .write(NewRevision.saying("Add users").build())
            .file();
    assertThat(revision)
        .content()
        .contains(template == ProjectTemplate.DEFAULT ? "--@ upgrade\n" : "--@ upgrade sqlite\n");
  }

  private static Properties settings(Path folder) throws IOException {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(folder.resolve("aludel.properties"))) {
      properties.load(reader);
    }
    return properties;
  }

  @Test
  void create_leavesAlone_whatElseIsInTheFolder() throws IOException {
    Path notes = Files.writeString(parent.resolve("notes.txt"), "mine");

    ProjectFolder.create(parent, ProjectTemplate.DEFAULT);

    assertThat(notes).hasContent("mine");
  }

  @ParameterizedTest
  @ValueSource(strings = {"aludel.properties", "revisions", "schema"})
  void create_isRefused_whenAPartIsThereAlready(String name) throws IOException {
    Path there = Files.writeString(parent.resolve(name), "mine");

    assertThatThrownBy(() -> ProjectFolder.create(parent, ProjectTemplate.DEFAULT))
        .isInstanceOf(AuthorException.class)
        .hasMessage(
            "Cannot make a project in %s: it has %s already. Name another folder; nothing was changed."
                .formatted(parent, name));
    assertThat(parent).isDirectoryNotContaining(path -> !path.equals(there));
    assertThat(there).hasContent("mine");
  }

  @Test
  void create_isRefused_whenTheFolderIsAFile() throws IOException {
    Path file = Files.writeString(parent.resolve("shop"), "mine");

    assertThatThrownBy(() -> ProjectFolder.create(file, ProjectTemplate.DEFAULT))
        .isInstanceOf(AuthorException.class)
        .hasMessage(
            "Cannot make a project in %1$s: %1$s: it is there already. Name another folder; nothing was changed."
                .formatted(file));
    assertThat(file).hasContent("mine");
  }

  @Test
  void named_isRefused_whenThereIsNoSuchTemplate() {
    assertThatThrownBy(() -> ProjectTemplate.named("generic"))
        .isInstanceOf(AuthorException.class)
        .hasMessage("There is no template \"generic\". Known are default and sqlite-postgresql.");
  }

  @Test
  void named_findsEachTemplate() {
    assertThat(ProjectTemplate.values())
        .allSatisfy(
            template -> {
              assertThat(ProjectTemplate.named(template.word())).isEqualTo(template);
              assertThat(template.description()).endsWith(".");
            });
  }
}
