package dev.aludel.migrations.script;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;

/**
 * Finds the files of a folder that are scripts by their names, at any depth and through links. What
 * has such a name is not looked at: there may be thousands, and reading them tells what they are.
 * Names that begin with a dot are passed over, with all that is below them.
 */
final class ScriptFiles {
  private final Deque<Path> way = new ArrayDeque<>();
  private final List<Path> files = new ArrayList<>();

  private ScriptFiles() {}

  /**
   * The files, in order.
   *
   * @throws FileSystemLoopException if a link leads back to a folder above it
   */
  static List<Path> in(Path folder) throws IOException {
    ScriptFiles found = new ScriptFiles();
    try {
      found.enter(folder);
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    Collections.sort(found.files);
    return found.files;
  }

  private void enter(Path folder) throws IOException {
    for (Path above : way) {
      if (Files.isSameFile(above, folder)) {
        throw new FileSystemLoopException(folder.toString());
      }
    }
    way.push(folder);
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      for (Path entry : entries) {
        String name = entry.getFileName().toString();
        if (ScriptText.isName(name)) {
          files.add(entry);
        } else if (!ScriptText.isHidden(name) && Files.isDirectory(entry)) {
          enter(entry);
        }
      }
    }
    way.pop();
  }
}
