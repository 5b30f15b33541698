package dev.aludel.migrations.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * What was said when, to be read by people and held against a file. What was said several times in
 * a row stands there once.
 */
final class Transcript {
  private static final Path FOLDER =
      Path.of("src", "test", "resources", "dev", "aludel", "migrations", "run");

  private final StringBuilder text = new StringBuilder();
  private String last = "";

  void title(String title) {
    flush();
    text.append(text.isEmpty() ? "" : "\n").append("== ").append(title).append('\n');
  }

  /**
   * @param occasion a line
   * @param said one line or more
   */
  void add(String occasion, String said) {
    if (!said.equals(last)) {
      flush();
      last = said;
    }
    text.append(occasion).append(occasion.isEmpty() ? "" : "\n");
  }

  private void flush() {
    if (!last.isEmpty()) {
      text.append("    ").append(last.replace("\n", "\n    ")).append('\n');
      last = "";
    }
  }

  /** Holds it against the file {@code name.txt}; {@code -Daludel.golden=write} writes it anew. */
  void assertAsIn(String name) throws IOException {
    flush();
    Path file = FOLDER.resolve(name.toLowerCase(Locale.ROOT) + ".txt");
    if ("write".equals(System.getProperty("aludel.golden"))) {
      Files.createDirectories(FOLDER);
      Files.writeString(file, text);
    }
    assertThat(text.toString()).isEqualTo(Files.readString(file));
  }
}
