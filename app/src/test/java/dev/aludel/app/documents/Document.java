package dev.aludel.app.documents;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A Markdown file of the project, with its fenced blocks. */
record Document(Path file, List<String> lines) {
  private static final Path ROOT = Path.of("..");
  private static final Pattern FENCE = Pattern.compile("```(\\w*)");
  private static final Pattern FILE_NAME = Pattern.compile(".*`([^`]+)`:");

  static Document of(String name) throws IOException {
    Path file = ROOT.resolve(name);
    return new Document(file, Files.readAllLines(file));
  }

  /**
   * A fenced block.
   *
   * @param first the index of its first line
   */
  record Block(String language, int first, List<String> lines) {
    String text() {
      return String.join("\n", lines) + "\n";
    }
  }

  List<Block> blocks() {
    List<Block> blocks = new ArrayList<>();
    int index = 0;
    while (index < lines.size()) {
      Matcher fence = FENCE.matcher(lines.get(index));
      if (fence.matches()) {
        int end = index + 1 + lines.subList(index + 1, lines.size()).indexOf("```");
        blocks.add(new Block(fence.group(1), index + 1, lines.subList(index + 1, end)));
        index = end;
      }
      index++;
    }
    return blocks;
  }

  Stream<Block> blocks(String language) {
    return blocks().stream().filter(block -> block.language().equals(language));
  }

  /** The file that a block shows: the sentence before it ends with the name and a colon. */
  Optional<String> fileName(Block block) {
    int before = block.first() - 3;
    Matcher name = FILE_NAME.matcher(before < 0 ? "" : lines.get(before));
    return name.matches() ? Optional.of(name.group(1)) : Optional.empty();
  }
}
