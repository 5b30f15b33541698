package dev.aludel.migrations.script;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Scripts in a folder of the file system. */
final class DiskScripts {
  private DiskScripts() {}

  static List<RevisionScript> in(Path folder) {
    return in(folder, Path::toString);
  }

  /** The scripts, by the names that {@code naming} gives their files. */
  static List<RevisionScript> in(Path folder, Function<Path, String> naming) {
    if (!Files.isDirectory(folder)) {
      throw new ScriptLocationException(
          "Cannot read revisions from %s: %s. Name a folder that holds revision scripts."
              .formatted(
                  folder, Files.exists(folder) ? "it is a file" : "there is no such folder"));
    }
    try (Stream<Path> files = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
      return files
          .filter(file -> file.getFileName().toString().endsWith(ScriptText.SUFFIX))
          .sorted()
          .map(file -> script(file, naming.apply(file)))
          .toList();
    } catch (IOException | UncheckedIOException e) {
      throw unreadable(folder, e);
    }
  }

  private static RevisionScript script(Path file, String name) {
    if (Files.isDirectory(file)) {
      throw new ScriptLocationException(
          "Cannot read the revision script %s: it is a folder. Rename it, or make it a file."
              .formatted(file));
    }
    try {
      return RevisionScript.read(name, ScriptText.decode(name, Files.readAllBytes(file)));
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  private static ScriptLocationException unreadable(Path path, Exception cause) {
    return new ScriptLocationException(
        "Cannot read revisions from %s: %s.".formatted(path, cause), cause);
  }
}
