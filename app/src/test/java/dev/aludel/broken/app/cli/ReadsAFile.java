package dev.aludel.broken.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

final class ReadsAFile {
  String read() throws IOException {
    return Files.readString(Path.of("a"));
  }
}
