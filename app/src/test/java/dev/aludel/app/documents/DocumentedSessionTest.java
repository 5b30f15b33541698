package dev.aludel.app.documents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.app.documents.Document.Block;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Types every command that a document shows, in its order, in a fresh clone, and holds what appears
 * against what the document says; {@code -Daludel.golden=write} corrects the document. Files that
 * the document shows are written where it says.
 */
final class DocumentedSessionTest {
  private static final String PROMPT = "$ ";

  // It would run this test again; its output is held against the build elsewhere.
  private static final String TEST_COMMAND = "mvn -B verify";

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"README.md", "docs/commands.md", "docs/scripts.md"})
  void commands_sayWhatTheDocumentSays(String name) throws IOException {
    Document document = Document.of(name);
    FreshClone clone = FreshClone.in(folder);
    if (!name.equals("README.md")) {
      clone.type("aludel --version"); // only there somebody begins with a build
    }
    List<String> actual = new ArrayList<>();
    int copied = 0;
    for (Block block : document.blocks()) {
      actual.addAll(document.lines().subList(copied, block.first()));
      actual.addAll(play(clone, document, block));
      copied = block.first() + block.lines().size();
    }
    actual.addAll(document.lines().subList(copied, document.lines().size()));
    if ("write".equals(System.getProperty("aludel.golden"))
        && !normalised(actual).equals(normalised(document.lines()))) {
      Files.write(document.file(), actual);
    }
    assertThat(normalised(actual)).isEqualTo(normalised(Files.readAllLines(document.file())));
  }

  private static List<String> play(FreshClone clone, Document document, Block block)
      throws IOException {
    if (!block.language().equals("console")) {
      if (document.fileName(block).isPresent()) {
        clone.write(document.fileName(block).get(), block.text());
      }
      return block.lines();
    }
    if (block.lines().contains(PROMPT + TEST_COMMAND)) {
      return block.lines();
    }
    List<String> said = new ArrayList<>();
    for (String line : block.lines()) {
      if (line.startsWith(PROMPT)) {
        said.add(line);
        clone.type(line.substring(PROMPT.length())).lines().forEach(said::add);
      }
    }
    return said;
  }

  // Times, dates of what is written now, and new ids differ from run to run.
  private static List<String> normalised(List<String> lines) {
    return lines.stream()
        .map(
            line ->
                line.replaceAll("\\(\\d+ ms\\)", "(N ms)")
                    .replaceAll("\\(\\d+\\.\\d [kM]B\\)", "(N kB)")
                    .replaceAll("\"bytes\": \\d+", "\"bytes\": N")
                    .replaceAll(" in \\d+ ms by .* on .*", " in N ms by USER on HOST")
                    .replaceAll("\"(user|host)\": \"[^\"]*\"", "\"$1\": \"NAME\"")
                    .replaceAll("\"milliseconds\": \\d+", "\"milliseconds\": N")
                    .replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "UUID")
                    .replaceAll("(created\"?:? \"?)[-0-9T:]+Z", "$1TIME")
                    .replaceAll("\\d{8}T\\d{6}Z", "TIME")
                    .replaceAll("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z", "TIME"))
        .toList();
  }
}
