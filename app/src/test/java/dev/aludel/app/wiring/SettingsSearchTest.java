package dev.aludel.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.aludel.app.wiring.SettingsException.Origin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where settings are found that nobody named, and what they mean from there. */
final class SettingsSearchTest {
  @TempDir private Path root;
  private Path project;
  private Path below;

  @BeforeEach
  void makeFolders() throws IOException {
    project = root.resolve("home/project");
    below = Files.createDirectories(project.resolve("src/main"));
  }

  private Settings readIn(Path folder) {
    return SettingsReader.read(
        Flags.NONE,
        new Environment(
            Map.of("HOME", root.resolve("home").toString()), folder, Clock.systemUTC()));
  }

  private static Path write(Path folder, String... lines) throws IOException {
    return Files.write(folder.resolve("aludel.properties"), List.of(lines));
  }

  @Test
  void read_takesTheNearestFileAbove_andBeginsAtItsFolder() throws IOException {
    write(root.resolve("home"), "url = sqlite:///home.db");
    Path file = write(project, "url = sqlite:///app.db", "script-location = revisions");

    Settings settings = readIn(below);

    assertThat(settings.fileElsewhere()).contains(file);
    assertThat(settings.database().toString()).isEqualTo("sqlite:///" + project.resolve("app.db"));
    assertThat(settings.scriptFolders()).containsExactly(project.resolve("revisions"));
  }

  @Test
  void read_beginsDefaultsAtTheFolderOfTheFile() throws IOException {
    write(project, "bundled = true");
    assertThat(readIn(below).database().toString())
        .isEqualTo("sqlite:///" + project.resolve("aludel.db"));
  }

  @Test
  void read_takesTheFileOfTheHomeFolder_andNoneAboveIt() throws IOException {
    write(root, "url = sqlite:///root.db");
    assertThat(readIn(below).database().toString()).isEqualTo("sqlite:///aludel.db");
    assertThat(readIn(root.resolve("home")).database().toString()).isEqualTo("sqlite:///aludel.db");
    Path file = write(root.resolve("home"), "url = sqlite:///home.db");
    assertThat(readIn(below).fileElsewhere()).contains(file);
  }

  @Test
  void read_looksAboveNoFolderThatHoldsTheHomeFolder() throws IOException {
    Path outer = Files.createDirectories(root.resolve("a/b"));
    write(root.resolve("a"), "url = sqlite:///a.db");
    Settings settings =
        SettingsReader.read(
            Flags.NONE,
            new Environment(
                Map.of("HOME", outer.resolve("home").toString()), outer, Clock.systemUTC()));
    assertThat(settings.database().toString()).isEqualTo("sqlite:///aludel.db");
  }

  @Test
  void read_stopsWhereGitBegins() throws IOException {
    write(root.resolve("home"), "url = sqlite:///home.db");
    Files.createDirectory(project.resolve(".git"));
    assertThat(readIn(below).database().toString()).isEqualTo("sqlite:///aludel.db");
    assertThat(readIn(project).database().toString()).isEqualTo("sqlite:///aludel.db");
    write(project, "url = sqlite:///app.db");
    assertThat(readIn(below).database().toString())
        .isEqualTo("sqlite:///" + project.resolve("app.db"));
  }

  @Test
  void read_saysNothingOfTheFileHere() throws IOException {
    write(below, "url = sqlite:///here.db");
    assertThat(readIn(below).fileElsewhere()).isEmpty();
    assertThat(readIn(below).database().toString()).isEqualTo("sqlite:///here.db");
  }

  @Test
  void read_passesOverAnothersFileAbove() throws IOException {
    Path file = write(project, "url = sqlite:///another.db");
    try {
      UserPrincipal other =
          file.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody");
      Files.setOwner(file, other);
    } catch (IOException e) {
      assumeTrue(false, "only root can give a file to another: " + e);
    }
    Path own = write(root.resolve("home"), "url = sqlite:///home.db");

    assertThat(readIn(below).fileElsewhere()).contains(own);
    assertThat(readIn(below).passedOver()).containsExactly(file);
    assertThat(readIn(project).database().toString())
        .isEqualTo("sqlite:///another.db"); // it stands here
  }

  @Test
  void read_passesOverAnothersLinkToAFileOfThisUser() throws IOException {
    Path target = write(root.resolve("home"), "url = sqlite:///home.db");
    Path link = Files.createSymbolicLink(project.resolve("aludel.properties"), target);
    assertThat(readIn(below).fileElsewhere()).contains(link);
    try {
      Files.setAttribute(link, "unix:uid", 65_534, LinkOption.NOFOLLOW_LINKS);
    } catch (IOException e) {
      assumeTrue(false, "only root can give a link to another: " + e);
    }

    assertThat(readIn(below).fileElsewhere()).contains(target);
    assertThat(readIn(below).passedOver()).containsExactly(link);
  }

  @Test
  void read_looksAboveNoHomeFolder_whenThatIsALink() throws IOException {
    write(root, "url = sqlite:///root.db");
    Path link = Files.createSymbolicLink(root.resolve("link"), root.resolve("home"));

    Settings settings =
        SettingsReader.read(
            Flags.NONE, new Environment(Map.of("HOME", link.toString()), below, Clock.systemUTC()));

    assertThat(settings.fileElsewhere()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "jdbc:sqlite:app.db, jdbc:sqlite:%s/app.db",
    "jdbc:sqlite:data/app.db?journal_mode=WAL, jdbc:sqlite:%s/data/app.db?journal_mode=WAL",
    "jdbc:sqlite:file:app.db, jdbc:sqlite:%s/app.db",
    "sqlite+pysqlite:///app.db, jdbc:sqlite:%s/app.db",
    "jdbc:sqlite:/a/b.db, jdbc:sqlite:/a/b.db",
    "jdbc:sqlite::memory:, jdbc:sqlite::memory:",
    "jdbc:sqlite:file:kept?mode=memory, jdbc:sqlite:file:kept?mode=memory"
  })
  void read_movesEachFormOfASqliteUrl_toTheFolderOfTheFile(String url, String expected)
      throws IOException {
    write(project, "url = " + url);

    assertThat(readIn(below).database().jdbcUrl()).isEqualTo(expected.formatted(project));
  }

  @Test
  void read_movesTheFilesOfAPostgresqlUrl_toTheFolderOfTheFile() throws IOException {
    write(
        project, "url = postgresql://h/d?sslmode=verify-full&sslrootcert=root.crt&sslcert=/c.crt");

    assertThat(readIn(below).database().properties())
        .containsEntry("sslrootcert", project.resolve("root.crt").toString())
        .containsEntry("sslcert", "/c.crt");
  }

  @ParameterizedTest
  @ValueSource(strings = {":", "::", ":::"})
  void read_fails_whenTheVariableNamesNoScriptLocation(String value) {
    assertThatThrownBy(
            () ->
                SettingsReader.read(
                    Flags.NONE,
                    new Environment(
                        Map.of("ALUDEL_SCRIPT_LOCATION", value), root, Clock.systemUTC())))
        .isInstanceOf(SettingsException.class)
        .hasMessage(
            "The setting ALUDEL_SCRIPT_LOCATION is \"%s\"; it names at least one place of revision scripts, or is left away.",
            value);
  }

  @Test
  void read_fails_whenTheFileNamesNoScriptLocation() throws IOException {
    write(root, "script-location = , ,");
    assertThatThrownBy(() -> readIn(root))
        .hasMessage(
            "The setting script-location is \", ,\"; it names at least one place of revision scripts, or is left away.");
  }

  @Test
  void read_fails_whenTheFlagNamesNoScriptLocation() {
    assertThatThrownBy(
            () ->
                SettingsReader.read(
                    new Flags(null, List.of(" "), Map.of()),
                    new Environment(Map.of(), root, Clock.systemUTC())))
        .isInstanceOfSatisfying(
            SettingsException.class,
            refused -> assertThat(refused.origin()).isEqualTo(Origin.COMMAND_LINE))
        .hasMessage(
            "The setting --script-location is \" \"; it names at least one place of revision scripts, or is left away.");
  }
}
