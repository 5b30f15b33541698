package dev.aludel.migrations.script;

import dev.aludel.migrations.file.RegularFile;
import dev.aludel.migrations.file.RegularFile.IrregularFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/** Scripts in a folder of the file system. */
final class DiskScripts {
  private DiskScripts() {}

  static List<RevisionScript> in(Path folder) {
    return in(folder, DiskScripts::editable);
  }

  /** The scripts, each read as {@code read} does. */
  static List<RevisionScript> in(Path folder, Function<Path, RevisionScript> read) {
    if (!Files.isDirectory(folder)) {
      throw new ScriptLocationException(
          "Cannot read revisions from %s: %s. Name a folder that holds revision scripts."
              .formatted(
                  folder,
                  Files.exists(folder)
                      ? "it is " + RegularFile.otherThan(folder).orElse("a file")
                      : "there is no such folder"));
    }
    try {
      return SideBySide.each(ScriptFiles.in(folder), read);
    } catch (IOException e) {
      throw unreadable(folder, e);
    }
  }

  private static RevisionScript editable(Path file) {
    return RevisionScript.read(file, text(file, file.toString()));
  }

  /** What {@code file} holds; messages call it {@code name}. */
  static String text(Path file, String name) {
    try {
      return ScriptText.decode(name, RegularFile.bytes(file));
    } catch (IrregularFileException e) {
      throw new ScriptLocationException(
          "Cannot read the revision script %s: %s. Rename it, or make it a file."
              .formatted(name, e.getReason()),
          e);
    } catch (IOException e) {
      throw new ScriptLocationException(
          "Cannot read the revision script %s: %s. Make it readable, or take it away."
              .formatted(name, FileProblem.of(e)),
          e);
    }
  }

  private static ScriptLocationException unreadable(Path folder, IOException cause) {
    return new ScriptLocationException(
        "Cannot read revisions from %s: %s. Make everything below this folder readable, or name another."
            .formatted(folder, FileProblem.withFile(cause)),
        cause);
  }
}
