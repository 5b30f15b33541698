package dev.aludel.migrations.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What has the name of a file and is none. */
public final class SpecialFiles {
  private SpecialFiles() {}

  /** A pipe that nobody writes into: to open it is to wait. */
  public static Path pipe(Path path) throws IOException {
    assumeTrue(Files.exists(Path.of("/dev/zero")), "this system knows no pipes by name");
    Process mkfifo = new ProcessBuilder("mkfifo", path.toString()).inheritIO().start();
    assertThat(mkfifo.onExit().join().exitValue()).isZero();
    return path;
  }

  /** A link to a device without end. */
  public static Path device(Path path) throws IOException {
    Path zero = Path.of("/dev/zero");
    assumeTrue(Files.exists(zero), "this system has no such device");
    return Files.createSymbolicLink(path, zero);
  }
}
