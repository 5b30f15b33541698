package dev.aludel.persistence.jooq;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.migrations.sql.DatabaseProduct;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The files that statements are read from hold what jOOQ makes of them; {@code
 * -Daludel.golden=write} writes them anew.
 */
final class StatementFilesTest {

  private static final Path RESOURCES = Path.of("src/main/resources");

  @ParameterizedTest
  @EnumSource
  void files_holdWhatJooqRenders(DatabaseProduct product) throws IOException {
    Map<String, String> rendered = StatementFiles.rendered(product);
    if ("write".equals(System.getProperty("aludel.golden"))) {
      write(rendered);
    }

    assertThat(files(rendered))
        .as("run this test with -Daludel.golden=write when a statement was meant to change")
        .isEqualTo(rendered);
  }

  private static Map<String, String> files(Map<String, String> rendered) throws IOException {
    Map<String, String> files = new TreeMap<>();
    for (String name : rendered.keySet()) {
      Path file = RESOURCES.resolve(name);
      files.put(name, Files.exists(file) ? Files.readString(file) : "");
    }
    return files;
  }

  private static void write(Map<String, String> rendered) throws IOException {
    for (Map.Entry<String, String> file : rendered.entrySet()) {
      Path path = RESOURCES.resolve(file.getKey());
      Files.createDirectories(path.resolveSibling(""));
      Files.writeString(path, file.getValue());
    }
  }
}
