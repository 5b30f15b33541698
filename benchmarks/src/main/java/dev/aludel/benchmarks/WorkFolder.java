package dev.aludel.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder for the files of one run, which all its processes share; it goes with the run. */
public final class WorkFolder implements AutoCloseable {
  private static final String PROPERTY = "aludel.benchmarks.folder";

  private final Path folder;

  private WorkFolder(Path folder) {
    this.folder = folder;
  }

  static WorkFolder create() throws IOException {
    return new WorkFolder(Files.createTempDirectory(Path.of("").toAbsolutePath(), "work"));
  }

  /** What tells a process of the run where the folder is. */
  String jvmArgument() {
    return "-D" + PROPERTY + "=" + folder;
  }

  /** A folder of this name in that of the run. */
  public static Path of(String name) {
    try {
      return Files.createDirectories(Path.of(System.getProperty(PROPERTY, "")).resolve(name));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public void close() throws IOException {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(folder)) {
      files = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : files) {
      Files.delete(file);
    }
  }
}
