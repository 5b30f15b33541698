package dev.aludel.app.documents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.app.documents.Document.Block;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README says besides commands that can be typed in a test. */
final class ReadmeTest {
  private static final Path ROOT = Path.of("..");
  private static final String TEST_COMMAND = "mvn -B verify";
  private static final Path FIRST_USE =
      Path.of("src/test/java/dev/aludel/app/documents/FirstUse.java");

  @TempDir private Path folder;

  private static Block block(String language) throws IOException {
    return Document.of("README.md").blocks(language).findFirst().orElseThrow();
  }

  @Test
  void javaExample_isTheOneThatIsCompiled() throws IOException {
    String source = Files.readString(FIRST_USE).replaceFirst("(?s)^package .*?;\n\n", "");
    assertThat(block("java").text()).isEqualTo(source);
  }

  @Test
  void javaExample_printsWhatTheReadmeSays() throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Dorg.jooq.no-logo=true",
                "-Dorg.jooq.no-tips=true",
                "-cp",
                classPath(),
                FirstUse.class.getName())
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(said).isEqualTo(block("text").text());
    assertThat(process.waitFor()).isZero();
  }

  private static String classPath() {
    return String.join(
        File.pathSeparator,
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
            .map(entry -> Path.of(entry).toAbsolutePath().toString())
            .toList());
  }

  @Test
  void dependency_isTheVersionOfTheBuild() throws IOException {
    Matcher version =
        Pattern.compile("<artifactId>aludel</artifactId>\\s*<version>(.*?)</version>")
            .matcher(Files.readString(ROOT.resolve("pom.xml")));
    assertThat(version.find()).isTrue();
    assertThat(block("xml").text())
        .isEqualTo(
            """
            <dependency>
              <groupId>dev.aludel</groupId>
              <artifactId>aludel-persistence-jooq</artifactId>
              <version>%s</version>
            </dependency>
            """
                .formatted(version.group(1)));
  }

  @Test
  void testCommand_isWhatTheBuildServerRuns() throws IOException {
    List<String> script =
        Files.readAllLines(ROOT.resolve(".ci/run")).stream()
            .filter(line -> !line.startsWith("#") && !line.isBlank())
            .toList();
    assertThat(script)
        .containsExactly("set -euo pipefail", "cd \"$(dirname \"$0\")/..\"", TEST_COMMAND);
    assertThat(ROOT.resolve(".ci/run")).isExecutable();
    assertThat(testBlock().lines().get(0)).isEqualTo("$ " + TEST_COMMAND);
  }

  @Test
  void testOutput_namesTheModulesInTheirOrder() throws IOException {
    List<String> shown =
        testBlock().lines().stream()
            .filter(line -> line.contains(" SUCCESS ["))
            .map(line -> line.replaceFirst("\\[INFO] (.*?) \\.+ SUCCESS \\[.*", "$1"))
            .toList();
    assertThat(shown).containsExactlyElementsOf(moduleNames());
  }

  private static Block testBlock() throws IOException {
    return Document.of("README.md")
        .blocks("console")
        .filter(block -> block.text().contains("$ " + TEST_COMMAND))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> moduleNames() throws IOException {
    List<String> names = new ArrayList<>();
    names.add(name(ROOT.resolve("pom.xml")));
    Matcher modules =
        Pattern.compile("<module>(.*?)</module>")
            .matcher(
                Files.readString(ROOT.resolve("pom.xml")).replaceFirst("(?s)<profiles>.*", ""));
    while (modules.find()) {
      names.add(name(ROOT.resolve(modules.group(1)).resolve("pom.xml")));
    }
    return names;
  }

  private static String name(Path pom) throws IOException {
    Matcher name = Pattern.compile("<name>(.*?)</name>").matcher(Files.readString(pom));
    assertThat(name.find()).isTrue();
    return name.group(1);
  }
}
