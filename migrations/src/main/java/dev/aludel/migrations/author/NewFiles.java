package dev.aludel.migrations.author;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.UUID;

/**
 * Files and folders that come all together or not at all: what was made is taken away again when
 * this is closed before {@link #keep}. Nothing that is there already is written over.
 */
final class NewFiles implements AutoCloseable {
  private final Deque<Path> made = new ArrayDeque<>();

  /** Makes a folder, and those above it that are missing. */
  void folder(Path folder) throws IOException {
    Path absolute = folder.toAbsolutePath();
    if (!Files.isDirectory(absolute)) {
      Path above = absolute.getParent();
      if (above != null) {
        folder(above);
      }
      Files.createDirectory(absolute);
      made.push(absolute);
    }
  }

  /** Makes a file in a folder that is there; nobody sees it before it is whole. */
  void file(Path file, String text) throws IOException {
    // A name of our own and not createTempFile, which would keep the file from everybody else.
    Path draft = file.resolveSibling(".aludel-" + UUID.randomUUID() + ".tmp");
    try {
      Files.writeString(draft, text, StandardOpenOption.CREATE_NEW);
      Files.move(draft, file);
      made.push(file);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  /** From here on, what was made stays. */
  void keep() {
    made.clear();
  }

  @Override
  public void close() throws IOException {
    while (!made.isEmpty()) {
      Files.deleteIfExists(made.pop());
    }
  }

  static boolean isTaken(Path path) {
    return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
  }
}
