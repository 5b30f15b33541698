package dev.aludel.app.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a command does not need is not loaded: it would take longer than the command. */
final class LoadedClassesTest {
  private static final List<String> HEAVY = List.of("org.jooq.", "com.zaxxer.", "org.postgresql.");

  @TempDir private Path folder;

  /** The classes that the command loads of what is heavy. */
  private List<String> heavyClasses(String... arguments) throws IOException, InterruptedException {
    return loadedClasses(arguments).stream()
        .filter(line -> HEAVY.stream().anyMatch(line::startsWith))
        .toList();
  }

  private List<String> loadedClasses(String... arguments) throws IOException, InterruptedException {
    Path log = folder.resolve("classes.txt");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xlog:class+load:file=" + log + ":none");
    command.add("--enable-native-access=ALL-UNNAMED");
    command.addAll(
        List.of("-cp", System.getProperty("java.class.path"), "dev.aludel.app.Launcher"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("ALUDEL_DATABASE"));
    assertThat(ProcessResult.of(builder).exitCode()).isZero();
    try (Stream<String> lines = Files.lines(log)) {
      List<String> loaded = lines.toList();
      assertThat(loaded).anyMatch(line -> line.startsWith("dev.aludel.app.Launcher "));
      return loaded;
    }
  }

  @Test
  void upgrade_loadsNoParser_whenThereIsNothingToDo() throws IOException, InterruptedException {
    assertThat(heavyClasses("upgrade", "heads")).anyMatch(line -> line.startsWith("org.jooq."));
    assertThat(heavyClasses("upgrade", "heads")).isEmpty();
    assertThat(heavyClasses("current")).isEmpty();
    assertThat(heavyClasses("current", "-v")).isEmpty();
  }

  @Test
  void arguments_areReadWithoutPicocli_whenTheyArePlain() throws IOException, InterruptedException {
    String parser = "picocli.CommandLine ";
    assertThat(loadedClasses("heads")).anyMatch(line -> line.startsWith(parser));
    assertThat(loadedClasses("upgrade", "heads")).noneMatch(line -> line.startsWith(parser));
    assertThat(loadedClasses("current", "-v")).noneMatch(line -> line.startsWith(parser));
  }

  @Test
  void listing_loadsScriptsAlone() throws IOException, InterruptedException {
    assertThat(heavyClasses("heads")).isEmpty();
    assertThat(heavyClasses("history")).isEmpty();
  }
}
