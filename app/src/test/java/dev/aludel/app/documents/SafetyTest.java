package dev.aludel.app.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each promise of the documents names tests, and each test that they name is there. */
final class SafetyTest {
  private static final Pattern TEST = Pattern.compile("`(\\w+(Test|Contract))`");

  @ParameterizedTest
  @ValueSource(strings = {"docs/safety.md", "docs/storage.md"})
  void promises_nameTheirTests(String document) throws IOException {
    assertThat(promises(Document.of(document).lines()))
        .isNotEmpty()
        .allMatch(line -> TEST.matcher(line).find());
  }

  // The rows of the tables that begin so.
  private static List<String> promises(List<String> lines) {
    List<String> promises = new ArrayList<>();
    boolean isPromise = false;
    for (String line : lines) {
      isPromise = line.startsWith("| promise ") || (isPromise && line.startsWith("|"));
      if (isPromise && line.startsWith("| ") && !line.startsWith("| promise ")) {
        promises.add(line);
      }
    }
    return promises;
  }

  @ParameterizedTest
  @ValueSource(strings = {"docs/safety.md", "docs/storage.md"})
  void tests_areThere(String name) throws IOException {
    Document document = Document.of(name);
    Set<String> named =
        TEST.matcher(String.join("\n", document.lines()))
            .results()
            .map((MatchResult match) -> match.group(1) + ".java")
            .collect(Collectors.toSet());
    Path root = document.file().resolve("../..").normalize();
    try (Stream<Path> files = Files.walk(root)) {
      Set<String> there =
          files
              .filter(file -> file.toString().matches(".*/(src/test|testkit/src/main)/java/.*"))
              .map(file -> file.getFileName().toString())
              .collect(Collectors.toSet());

      assertThat(there).containsAll(named);
    }
  }
}
