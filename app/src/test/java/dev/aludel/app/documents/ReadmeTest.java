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

  // Maven tells the time of a module in whole seconds from a minute on.
  @Test
  void testOutput_addsUp() throws IOException {
    Matcher times =
        Pattern.compile("(?m)SUCCESS \\[ *(.+?)]$|Total time: +(.+)$").matcher(testBlock().text());
    List<Double> seconds = new ArrayList<>();
    while (times.find()) {
      seconds.add(seconds(times.group(1) == null ? times.group(2) : times.group(1)));
    }
    double total = seconds.remove(seconds.size() - 1);
    double modules = seconds.stream().mapToDouble(Double::doubleValue).sum();

    assertThat(total).isBetween(modules - seconds.size(), modules + 30);
  }

  private static double seconds(String time) {
    Matcher minutes = Pattern.compile("(\\d+):(\\d+) min").matcher(time);
    return minutes.matches()
        ? 60 * Double.parseDouble(minutes.group(1)) + Double.parseDouble(minutes.group(2))
        : Double.parseDouble(time.replace(" s", ""));
  }

  /** The times are those of a run: nobody types them. */
  @Test
  void testOutput_isWrittenFromARun() throws IOException, InterruptedException {
    String readme = Files.readString(ROOT.resolve("README.md"));
    Path copy = Files.writeString(folder.resolve("README.md"), readme);
    String summary = testBlock().text().replaceFirst("(?s)^.*?\n\\.\\.\\.\n", "");
    String later = summary.replaceFirst("Total time: .*", "Total time:  59:59 min");
    Path log =
        Files.writeString(
            folder.resolve("verify.log"), "[INFO] Tests run: 1\n" + later + "[INFO] Finished\n");

    assertThat(transcribe(log, copy)).isZero();

    assertThat(Files.readString(copy)).isEqualTo(readme.replace(summary, later));
  }

  @Test
  void testOutput_staysAsItIs_whenTheRunFailed() throws IOException, InterruptedException {
    Path copy = Files.copy(ROOT.resolve("README.md"), folder.resolve("README.md"));
    Path log = Files.writeString(folder.resolve("verify.log"), "[INFO] BUILD FAILURE\n");

    assertThat(transcribe(log, copy)).isEqualTo(1);

    assertThat(copy).hasSameTextualContentAs(ROOT.resolve("README.md"));
  }

  private static int transcribe(Path log, Path readme) throws IOException, InterruptedException {
    return new ProcessBuilder(
            ROOT.resolve(".ci/transcript").toString(), log.toString(), readme.toString())
        .start()
        .waitFor();
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
