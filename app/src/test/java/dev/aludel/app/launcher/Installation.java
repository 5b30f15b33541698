package dev.aludel.app.launcher;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The start script beside jars of all that this test runs on, as a build leaves them; it runs on
 * the JVM of this test, which goes by the version that a test gives it.
 */
final class Installation {
  private final Path root;
  private final Path jdk;

  private Installation(Path root, Path jdk) {
    this.root = root;
    this.jdk = jdk;
  }

  static Installation in(Path folder) throws IOException {
    Path root = Files.createDirectory(folder.toRealPath().resolve("aludel"));
    Path lib = Files.createDirectories(root.resolve("app/target/lib"));
    Files.copy(Path.of("..", "aludel"), root.resolve("aludel"));
    Files.createFile(root.resolve("app/target/aludel.built"));
    int number = 0;
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      Path place = Path.of(entry);
      if (!place.endsWith("test-classes")) {
        place(place, lib.resolve("%03d.jar".formatted(number++)));
      }
    }
    Path jdk = folder.toRealPath().resolve("jdk");
    Path java = Files.createDirectories(jdk.resolve("bin")).resolve("java");
    Files.writeString(
        java, "#!/bin/sh\nexec '%s/bin/java' \"$@\"\n".formatted(System.getProperty("java.home")));
    Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
    Installation installation = new Installation(root, jdk);
    installation.javaIs(System.getProperty("java.runtime.version"));
    return installation;
  }

  private static void place(Path classes, Path jar) throws IOException {
    if (Files.isRegularFile(classes)) {
      Files.copy(classes, jar);
    } else if (Files.isDirectory(classes)) {
      pack(classes, jar);
    }
  }

  private static void pack(Path classes, Path jar) throws IOException {
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(out);
        Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(file -> !file.equals(classes)).toList()) {
        String name = classes.relativize(file).toString().replace(File.separatorChar, '/');
        entries.putNextEntry(new JarEntry(Files.isDirectory(file) ? name + "/" : name));
        if (Files.isRegularFile(file)) {
          Files.copy(file, entries);
        }
        entries.closeEntry();
      }
    }
  }

  /** The JDK calls itself so from now on. */
  void javaIs(String version) throws IOException {
    Files.writeString(jdk.resolve("release"), "JAVA_RUNTIME_VERSION=\"%s\"\n".formatted(version));
  }

  /** The archives, and whatever else is left in their folder. */
  List<Path> archives() throws IOException {
    try (Stream<Path> files = Files.list(root.resolve("app/target/archives"))) {
      return files.sorted().toList();
    }
  }

  ProcessBuilder command(String... arguments) {
    ProcessBuilder builder =
        new ProcessBuilder(
            Stream.concat(Stream.of(root.resolve("aludel").toString()), Stream.of(arguments))
                .toList());
    builder.directory(root.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("ALUDEL_"));
    builder.environment().put("JAVA_HOME", jdk.toString());
    return builder;
  }

  ProcessResult run(String... arguments) throws IOException, InterruptedException {
    return ProcessResult.of(command(arguments));
  }

  /** A JVM that must take its classes from {@code archive}, and ends if it cannot. */
  ProcessBuilder bound(Path archive, String option, String... arguments) throws IOException {
    try (Stream<Path> jars = Files.list(root.resolve("app/target/lib"))) {
      String classPath =
          jars.sorted().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
      List<String> jvm =
          List.of(
              jdk.resolve("bin/java").toString(),
              "-XX:+UseSerialGC",
              "-XX:TieredStopAtLevel=1",
              "--enable-native-access=ALL-UNNAMED",
              option.equals("-XX:AOTCache") ? "-XX:AOTMode=on" : "-Xshare:on",
              option + "=" + archive,
              "-cp",
              classPath,
              "dev.aludel.app.Launcher");
      return new ProcessBuilder(Stream.concat(jvm.stream(), Stream.of(arguments)).toList())
          .directory(root.toFile());
    }
  }
}
