package dev.aludel.persistence.testkit.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each example of the document stands, word for word, in a test of this package. */
final class DocumentedExamplesTest {

  private static final Path DOCUMENT = Path.of("../../docs/repositories.md");
  private static final Path TESTS =
      Path.of("src/test/java/dev/aludel/persistence/testkit/examples");
  private static final Pattern EXAMPLE = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

  @Test
  void everyExample_standsInATest() throws IOException {
    String tests = tests();

    assertThat(examples()).isNotEmpty().allSatisfy(example -> assertThat(tests).contains(example));
  }

  private static List<String> examples() throws IOException {
    List<String> examples = new ArrayList<>();
    Matcher found = EXAMPLE.matcher(Files.readString(DOCUMENT));
    while (found.find()) {
      examples.add(withoutIndent(found.group(1)));
    }
    return examples;
  }

  private static String tests() throws IOException {
    try (Stream<Path> files = Files.list(TESTS)) {
      StringBuilder tests = new StringBuilder();
      for (Path file : files.sorted().toList()) {
        tests.append(withoutIndent(Files.readString(file)));
      }
      return tests.toString();
    }
  }

  private static String withoutIndent(String text) {
    return text.lines().map(String::strip).collect(Collectors.joining("\n", "", "\n"));
  }
}
