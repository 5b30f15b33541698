package dev.aludel.persistence.jooq;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.persistence.testkit.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a process loads that opens a storage with a current schema and calls its repositories. */
final class FirstCallsTest {

  private static final String OURS = "dev.aludel.persistence.jooq.";
  private static final String JOOQ = "org.jooq.";

  @Test
  void calls_loadNothingOfJooq_onSqlite() throws Exception {
    try (TestDatabase database = TestDatabases.sqliteFile()) {
      assertLoadsNothingOfJooq(database);
    }
  }

  @Test
  void calls_loadNothingOfJooq_onPostgres() throws Exception {
    try (TestDatabase database = TestDatabases.postgres()) {
      assertLoadsNothingOfJooq(database);
    }
  }

  private static void assertLoadsNothingOfJooq(TestDatabase database) throws Exception {
    List<String> loaded = loadedClasses(database.url());

    assertThat(loaded).contains(OURS + "conversation.JooqMessages", OURS + "statement.Row");
    assertThat(loaded.stream().filter(name -> name.startsWith(JOOQ))).isEmpty();
  }

  private static List<String> loadedClasses(String url) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Xlog:class+load:stdout:none",
                "-cp",
                System.getProperty("java.class.path"),
                FirstCalls.class.getName(),
                url)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (Stream<String> lines = process.inputReader(UTF_8).lines()) {
      List<String> classes = lines.map(line -> line.split(" ", -1)[0]).toList();
      assertThat(process.waitFor()).isZero();
      return classes;
    }
  }
}
