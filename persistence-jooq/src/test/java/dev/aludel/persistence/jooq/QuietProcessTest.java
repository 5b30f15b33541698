package dev.aludel.persistence.jooq;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.test.FreshDatabase;
import dev.aludel.test.TestPostgres;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process without a logger hears nothing of loggers, and nothing of what is used inside. */
final class QuietProcessTest {
  @TempDir private Path folder;

  private static String classPathWithoutALogger() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .filter(entry -> !entry.contains("slf4j-nop"))
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static String said(String... urls) throws IOException {
    List<String> command =
        Stream.concat(
                Stream.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "--enable-native-access=ALL-UNNAMED",
                    "-cp",
                    classPathWithoutALogger(),
                    QuietStorage.class.getName()),
                Stream.of(urls))
            .toList();
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  @Test
  void process_saysNothing_thatItDidNotSayItself() throws IOException {
    assertThat(classPathWithoutALogger()).contains("slf4j-api");
    try (FreshDatabase database = TestPostgres.freshDatabase()) {
      assertThat(said("sqlite:///" + folder.resolve("a.db"), "sqlite://", database.url()))
          .isEqualTo("done" + System.lineSeparator());
    }
    try (FreshDatabase database = TestPostgres.freshDatabase()) {
      assertThat(said(database.url())).isEqualTo("done" + System.lineSeparator());
    }
  }
}
