package dev.aludel.test.application.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.persistence.Repositories;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The document shows each port, and nothing that is not compiled and run here. */
final class RepositoriesDocumentTest {

  private static final Path DOCUMENT = Path.of("../docs/repositories.md");
  private static final Path EXAMPLES =
      Path.of("src/test/java/dev/aludel/test/application/examples");
  private static final Pattern BLOCK = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

  @Test
  void examples_areCompiledAndRun() throws IOException {
    String sources = withoutIndentation(sources());

    assertThat(blocks()).isNotEmpty().allMatch(block -> sources.contains(block));
  }

  @Test
  void ports_areAllShown() throws IOException {
    String examples = String.join("\n", blocks()).replaceAll("\\s", "");

    assertThat(Stream.of(Repositories.class.getMethods()).map(Method::getName))
        .allMatch(port -> examples.contains("storage." + port + "()"));
  }

  private static List<String> blocks() throws IOException {
    return BLOCK
        .matcher(Files.readString(DOCUMENT))
        .results()
        .map((MatchResult block) -> withoutIndentation(block.group(1)))
        .toList();
  }

  private static String sources() throws IOException {
    StringBuilder sources = new StringBuilder();
    try (Stream<Path> files = Files.list(EXAMPLES)) {
      for (Path file : files.sorted().toList()) {
        sources.append(Files.readString(file));
      }
    }
    return sources.toString();
  }

  private static String withoutIndentation(String text) {
    return text.lines().map(String::strip).collect(Collectors.joining("\n", "", "\n"));
  }
}
