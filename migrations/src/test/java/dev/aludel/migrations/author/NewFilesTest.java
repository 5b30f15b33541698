package dev.aludel.migrations.author;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class NewFilesTest {
  @TempDir private Path folder;

  @Test
  void close_takesEverythingAway_whenAFileCannotBeMade() throws IOException {
    Path taken = Files.writeString(folder.resolve("taken"), "mine");

    assertThatThrownBy(
            () -> {
              try (NewFiles files = new NewFiles()) {
                files.folder(folder.resolve("a/b"));
                files.file(folder.resolve("a/b/c"), "text");
                files.file(taken, "text");
                files.keep();
              }
            })
        .isInstanceOf(FileAlreadyExistsException.class);

    assertThat(folder).isDirectoryContaining("glob:**/taken");
    assertThat(folder.resolve("a")).doesNotExist();
    assertThat(folder).isDirectoryNotContaining("regex:.*tmp");
    assertThat(taken).hasContent("mine");
  }

  @Test
  void close_leavesEverything_whenItIsKept() throws IOException {
    try (NewFiles files = new NewFiles()) {
      files.folder(folder.resolve("a"));
      files.file(folder.resolve("a/b"), "text");
      files.keep();
    }

    assertThat(folder.resolve("a/b")).hasContent("text");
    assertThat(folder.resolve("a")).isDirectoryNotContaining("regex:.*tmp");
  }
}
