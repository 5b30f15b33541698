package dev.aludel.migrations.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.migrations.file.SpecialFiles;
import dev.aludel.migrations.revision.RevisionGraphException;
import dev.aludel.migrations.revision.RevisionId;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

final class ScriptLocationTest {
  @TempDir private Path folder;

  private static String script(String id, String parent) {
    return "--@ revision %s\n--@ revises %s\n--@ upgrade\n".formatted(id, parent);
  }

  @Test
  void scripts_areThoseOfTheFolderAtAnyDepth() throws IOException {
    Files.createDirectories(folder.resolve("a/b"));
    Files.writeString(folder.resolve("1.sql"), script("a1", "base"));
    Files.writeString(folder.resolve("a/b/2.sql"), script("b2", "a1"));
    Files.writeString(folder.resolve("notes.txt"), "no script");

    assertThat(new ScriptLocation.OnDisk(folder).scripts())
        .extracting(script -> script.revision().id().value())
        .containsExactlyInAnyOrder("a1", "b2");
  }

  @Test
  void scripts_areThoseInCapitalsToo() throws IOException {
    Files.writeString(folder.resolve("1.SQL"), script("a1", "base"));
    Files.writeString(folder.resolve("2.Sql"), script("b2", "a1"));

    assertThat(new ScriptLocation.OnDisk(folder).scripts())
        .extracting(script -> script.revision().id().value())
        .containsExactly("a1", "b2");
  }

  @Test
  void scripts_areNone_whoseNameOrFolderBeginsWithADot() throws IOException {
    Files.createSymbolicLink(folder.resolve(".#1.sql"), Path.of("somebody@machine.4711"));
    Files.writeString(folder.resolve("._1.sql"), "\u0000");
    Files.createDirectories(folder.resolve(".history/old"));
    Files.writeString(folder.resolve(".history/old/1.sql"), script("a1", "base"));

    assertThat(new ScriptLocation.OnDisk(folder).scripts()).isEmpty();
  }

  @Test
  void scripts_areThoseOfAFolderThatBeginsWithADot_whenItIsNamed() throws IOException {
    Path named = Files.createDirectory(folder.resolve(".revisions"));
    Files.writeString(named.resolve("1.sql"), script("a1", "base"));

    assertThat(new ScriptLocation.OnDisk(named).scripts()).hasSize(1);
  }

  @Test
  void scriptsOfJars_haveTheSameNames() throws IOException {
    Path jar = folder.resolve("revisions.jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      out.putNextEntry(new JarEntry("db/"));
      for (String name : List.of("1.SQL", ".2.sql", ".old/3.sql")) {
        out.putNextEntry(new JarEntry("db/" + name));
        out.write(script("a1", "base").getBytes(StandardCharsets.UTF_8));
      }
    }

    try (URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, null)) {
      assertThat(new ScriptLocation.OnClasspath("db", loader).scripts())
          .extracting(script -> script.revision().source())
          .containsExactly("classpath:db/1.SQL");
    }
  }

  @Test
  @Timeout(20)
  void scripts_areRefused_whenAScriptIsAPipe() throws IOException {
    Path pipe = SpecialFiles.pipe(folder.resolve("1.sql"));

    assertThatThrownBy(() -> new ScriptLocation.OnDisk(folder).scripts())
        .isInstanceOf(ScriptLocationException.class)
        .hasMessage(
            "Cannot read the revision script %s: it is a pipe. Rename it, or make it a file."
                .formatted(pipe));
  }

  @Test
  @Timeout(20)
  void scripts_areRefused_whenAScriptIsADevice() throws IOException {
    Path device = SpecialFiles.device(folder.resolve("1.sql"));

    assertThatThrownBy(() -> new ScriptLocation.OnDisk(folder).scripts())
        .isInstanceOf(ScriptLocationException.class)
        .hasMessage(
            "Cannot read the revision script %s: it is a device. Rename it, or make it a file."
                .formatted(device));
  }

  @Test
  @Timeout(20)
  void scripts_areRefused_whenTheFolderIsAPipe() throws IOException {
    Path pipe = SpecialFiles.pipe(folder.resolve("x"));

    assertThatThrownBy(() -> new ScriptLocation.OnDisk(pipe).scripts())
        .isInstanceOf(ScriptLocationException.class)
        .hasMessage(
            "Cannot read revisions from %s: it is a pipe. Name a folder that holds revision scripts."
                .formatted(pipe));
  }

  @Test
  void scripts_areFoundInJars() throws IOException {
    Path jar = folder.resolve("revisions with blank.jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      out.putNextEntry(new JarEntry("db/"));
      out.putNextEntry(new JarEntry("db/shop/1.sql"));
      out.write(script("a1", "base").getBytes(StandardCharsets.UTF_8));
      out.putNextEntry(new JarEntry("db/other.txt"));
    }

    try (URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, null)) {
      assertThat(new ScriptLocation.OnClasspath("db", loader).scripts())
          .extracting(script -> script.revision().source())
          .containsExactly("classpath:db/shop/1.sql");
    }
  }

  @Test
  void read_isRefused_whenTwoJarsHoldDifferentScriptsOfOneName() throws IOException {
    Path one = jar("one.jar", "a1");
    Path two = jar("two.jar", "b2");

    try (URLClassLoader loader =
        new URLClassLoader(new URL[] {one.toUri().toURL(), two.toUri().toURL()}, null)) {
      List<ScriptLocation> locations = List.of(new ScriptLocation.OnClasspath("db", loader));

      assertThatThrownBy(() -> ScriptDirectory.read(locations))
          .isInstanceOf(ScriptLocationException.class)
          .hasMessage(
              "Cannot read the revision script classpath:db/1.sql: two different files have this"
                  + " name. Rename one of them.");
    }
  }

  private Path jar(String name, String id) throws IOException {
    Path jar = folder.resolve(name);
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      out.putNextEntry(new JarEntry("db/"));
      out.putNextEntry(new JarEntry("db/1.sql"));
      out.write(script(id, "base").getBytes(StandardCharsets.UTF_8));
    }
    return jar;
  }

  @Test
  void scripts_haveTheSameNames_whetherInAFolderOrInAJar() {
    assertThat(ScriptLocation.BUNDLED.scripts())
        .extracting(script -> script.revision().source())
        .contains("classpath:dev/aludel/migrations/revisions/memory/20250512_001_memory.sql");
  }

  @Test
  void read_joinsSeveralLocations() throws IOException {
    Path one = Files.createDirectory(folder.resolve("one"));
    Path two = Files.createDirectory(folder.resolve("two"));
    Files.writeString(one.resolve("1.sql"), script("a1", "base"));
    Files.writeString(two.resolve("2.sql"), script("b2", "a1"));

    ScriptDirectory scripts =
        ScriptDirectory.read(
            List.of(new ScriptLocation.OnDisk(one), new ScriptLocation.OnDisk(two)));

    assertThat(scripts.graph().heads()).containsExactly(RevisionId.of("b2"));
  }

  @Test
  void read_takesAFileOnce_whenTwoLocationsHoldIt() throws IOException {
    Files.writeString(folder.resolve("1.sql"), script("a1", "base"));
    ScriptLocation location = new ScriptLocation.OnDisk(folder);

    assertThat(ScriptDirectory.read(List.of(location, location)).graph().revisions()).hasSize(1);
  }

  @Test
  void read_namesBothFiles_whenTheyHaveOneId() throws IOException {
    Files.writeString(folder.resolve("1.sql"), script("a1", "base"));
    Files.writeString(folder.resolve("2.sql"), script("a1", "base"));
    List<ScriptLocation> locations = List.of(new ScriptLocation.OnDisk(folder));

    assertThatThrownBy(() -> ScriptDirectory.read(locations))
        .isInstanceOf(RevisionGraphException.class)
        .hasMessage(
            "The revisions do not form a graph: a1 is the id of 2 scripts, %1$s/1.sql and %1$s/2.sql. Give all but one of them an id of its own."
                .formatted(folder));
  }

  @Test
  void scripts_areRefused_whenTheFolderIsMissing() {
    Path missing = folder.resolve("none");

    assertThatThrownBy(() -> new ScriptLocation.OnDisk(missing).scripts())
        .isInstanceOf(ScriptLocationException.class)
        .hasMessage(
            "Cannot read revisions from %s: there is no such folder. Name a folder that holds revision scripts."
                .formatted(missing));
  }

  @Test
  void scripts_areRefused_whenTheFolderIsAFile() throws IOException {
    Path file = Files.writeString(folder.resolve("x"), "");

    assertThatThrownBy(() -> new ScriptLocation.OnDisk(file).scripts())
        .isInstanceOf(ScriptLocationException.class)
        .hasMessage(
            "Cannot read revisions from %s: it is a file. Name a folder that holds revision scripts."
                .formatted(file));
  }

  @Test
  void scripts_areRefused_whenAScriptIsAFolder() throws IOException {
    Path directory = Files.createDirectory(folder.resolve("1.sql"));

    assertThatThrownBy(() -> new ScriptLocation.OnDisk(folder).scripts())
        .isInstanceOf(ScriptLocationException.class)
        .hasMessage(
            "Cannot read the revision script %s: it is a folder. Rename it, or make it a file."
                .formatted(directory));
  }

  @Test
  void scripts_areRefusedWithThePlace_whenTheyAreNotUtf8() throws IOException {
    Path file = folder.resolve("1.sql");
    Files.write(file, "--@ revision a1\n-- na\u00efve".getBytes(StandardCharsets.ISO_8859_1));

    assertThatThrownBy(() -> new ScriptLocation.OnDisk(folder).scripts())
        .isInstanceOf(ScriptException.class)
        .hasMessage(
            "%s:2:6: found a byte that is not UTF-8. Save the script as UTF-8.".formatted(file));
  }

  @Test
  void scripts_areRead_whenTheyHoldWhatStandsForABrokenByte() throws IOException {
    Files.writeString(
        folder.resolve("1.sql"), "--@ revision a1\n--@ revises base\n--@ message na\uFFFDve");

    assertThat(new ScriptLocation.OnDisk(folder).scripts())
        .extracting(script -> script.revision().message())
        .containsExactly("na\uFFFDve");
  }

  @Test
  void scripts_areRefused_whenTheClassPathHasNoSuchFolder() {
    ScriptLocation location =
        new ScriptLocation.OnClasspath("no/such", ScriptLocationTest.class.getClassLoader());

    assertThatThrownBy(location::scripts)
        .isInstanceOf(ScriptLocationException.class)
        .hasMessage("Cannot read revisions from the class path: it has no folder no/such.");
  }

  @Test
  void scripts_areNone_whenTheFolderIsEmpty() {
    assertThat(new ScriptLocation.OnDisk(folder).scripts()).isEmpty();
  }

  @Test
  void scripts_areRefused_whenALinkLeadsNowhere() throws IOException {
    Path link =
        Files.createSymbolicLink(folder.resolve("1.sql"), folder.resolve("gone/elsewhere.sql"));

    assertThatThrownBy(() -> new ScriptLocation.OnDisk(folder).scripts())
        .isInstanceOf(ScriptLocationException.class)
        .hasMessage(
            "Cannot read the revision script %s: there is no such file or folder. Make it readable, or take it away."
                .formatted(link));
  }

  @Test
  void scripts_areRefused_whenALinkLeadsBack() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("again"), folder);

    assertThatThrownBy(() -> new ScriptLocation.OnDisk(folder).scripts())
        .isInstanceOf(ScriptLocationException.class)
        .hasMessage(
            "Cannot read revisions from %s: %s: a link leads back to a folder above it. Make everything below this folder readable, or name another."
                .formatted(folder, link));
  }

  @Test
  void file_isKnown_whereTheScriptCanBeEdited() throws IOException {
    Path file = Files.writeString(folder.resolve("1.sql"), script("a1", "base"));

    assertThat(new ScriptLocation.OnDisk(folder).scripts())
        .extracting(script -> script.file().orElseThrow())
        .containsExactly(file);
    assertThat(ScriptLocation.BUNDLED.scripts()).allMatch(script -> script.file().isEmpty());
  }
}
