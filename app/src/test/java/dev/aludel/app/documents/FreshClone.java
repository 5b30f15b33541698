package dev.aludel.app.documents;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A folder like a fresh clone, in which the start script runs what this test runs on: instead of
 * building, its Maven puts our own class path where a build would.
 */
final class FreshClone {
  // The one command that a shell of its own would forget.
  private static final String CHANGE_FOLDER = "cd ";

  private static final String SHOWN_ROOT = "/home/you/aludel";

  private final Path root;
  private final Path bin;
  private Path folder;

  private FreshClone(Path root, Path bin) {
    this.root = root;
    this.bin = bin;
    this.folder = root;
  }

  static FreshClone in(Path folder) throws IOException {
    Path root = Files.createDirectory(folder.toRealPath().resolve("aludel"));
    Path bin = Files.createDirectory(folder.resolve("bin"));
    Path built = Files.createDirectory(folder.resolve("built"));
    Files.copy(Path.of("..", "aludel"), root.resolve("aludel"));
    writeClassPath(built.resolve("lib"));
    Path maven = bin.resolve("mvn");
    Files.writeString(maven, "#!/bin/sh\ncp -R '%s/.' app/target\n".formatted(built));
    Files.setPosixFilePermissions(maven, PosixFilePermissions.fromString("rwxr-xr-x"));
    return new FreshClone(root, bin);
  }

  // A jar that holds nothing but the names of what belongs to the class path.
  private static void writeClassPath(Path lib) throws IOException {
    String classPath =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
            .map(entry -> Path.of(entry).toUri().toString())
            .filter(entry -> !entry.endsWith("/test-classes/"))
            .collect(Collectors.joining(" "));
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, classPath);
    Files.createDirectory(lib);
    new JarOutputStream(Files.newOutputStream(lib.resolve("class-path.jar")), manifest).close();
  }

  void write(String name, String text) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.resolveSibling("."));
    Files.writeString(file, text);
  }

  /** What a person sees who types {@code command} here, in a home that is not this one. */
  String type(String command) {
    if (command.startsWith(CHANGE_FOLDER)) {
      folder = folder.resolve(command.substring(CHANGE_FOLDER.length())).normalize();
      return "";
    }
    return run(command);
  }

  private String run(String command) {
    try {
      ProcessBuilder builder = new ProcessBuilder("sh", "-c", command);
      builder.directory(folder.toFile()).redirectErrorStream(true);
      Map<String, String> variables = builder.environment();
      variables.keySet().removeIf(name -> name.startsWith("ALUDEL_") || name.equals("VISUAL"));
      variables.put("JAVA_HOME", System.getProperty("java.home"));
      // What runs here is not in jars, of which alone an archive could be made.
      variables.put("ALUDEL_CLASS_ARCHIVE", "off");
      variables.put(
          "PATH",
          String.join(
              File.pathSeparator, List.of(root.toString(), bin.toString(), variables.get("PATH"))));
      Process process = builder.start();
      process.getOutputStream().close();
      return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
          .replace(root.toString(), SHOWN_ROOT);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
