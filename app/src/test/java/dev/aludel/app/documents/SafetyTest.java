package dev.aludel.app.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each promise of the document names tests, and each test that it names is there. */
final class SafetyTest {
  private static final Pattern TEST = Pattern.compile("`(\\w+Test)`");

  @Test
  void promises_nameTheirTests() throws IOException {
    List<String> promises =
        Document.of("docs/safety.md").lines().stream()
            .filter(line -> line.startsWith("| "))
            .filter(line -> !line.startsWith("| promise "))
            .toList();

    assertThat(promises).isNotEmpty().allMatch(line -> TEST.matcher(line).find());
  }

  @Test
  void tests_areThere() throws IOException {
    Document document = Document.of("docs/safety.md");
    Set<String> named =
        TEST.matcher(String.join("\n", document.lines()))
            .results()
            .map((MatchResult match) -> match.group(1) + ".java")
            .collect(Collectors.toSet());
    Path root = document.file().resolve("../..").normalize();
    try (Stream<Path> files = Files.walk(root)) {
      Set<String> there =
          files
              .filter(file -> file.toString().contains("/src/test/java/"))
              .map(file -> file.getFileName().toString())
              .collect(Collectors.toSet());

      assertThat(there).containsAll(named);
    }
  }
}
