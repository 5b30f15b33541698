package dev.aludel.migrations.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder with revision scripts for a test. */
public final class Scripts {
  private final Path folder;

  public Scripts(Path folder) {
    this.folder = folder;
  }

  public Path folder() {
    return folder;
  }

  /** Writes {@code ID.sql}. */
  public Scripts add(String id, String revises, String upgrade, String downgrade) {
    String text =
        "--@ revision %s\n--@ revises %s\n--@ upgrade\n%s\n--@ downgrade\n%s\n"
            .formatted(id, revises, upgrade, downgrade);
    try {
      Files.writeString(folder.resolve(fileName(id)), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  // A file system takes 255 bytes.
  static String fileName(String id) {
    return id.substring(0, Math.min(id.length(), 100)) + ".sql";
  }
}
