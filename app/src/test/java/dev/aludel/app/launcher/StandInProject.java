package dev.aludel.app.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A project that looks to the start script like ours, with a Maven that only writes down that it
 * was called and a Java that prints its arguments. Nothing but the tools that the script names is
 * on the path.
 */
final class StandInProject {
  private static final List<String> TOOLS =
      List.of(
          "sh",
          "readlink",
          "dirname",
          "find",
          "head",
          "tail",
          "mkdir",
          "rmdir",
          "rm",
          "mv",
          "locale",
          "sleep",
          "cat");

  private static final String MAVEN =
      """
      #!/bin/sh
      mkdir "%1$s/busy" || echo overlap >>"%1$s/calls"
      echo "in $(pwd -P): mvn $*" >>"%1$s/calls"
      sleep 0.3
      if [ -e "%1$s/fail" ]; then
        echo "first line"
        i=0; while [ $i -lt 30 ]; do i=$((i + 1)); echo "[ERROR] $i"; done
        rmdir "%1$s/busy"
        exit 1
      fi
      mkdir -p app/target/lib
      : >app/target/lib/b.jar
      : >app/target/lib/a.jar
      rmdir "%1$s/busy"
      """;

  private static final String JAVA =
      """
      #!/bin/sh
      for argument in "$@"; do
        case "$argument" in
          -XX:DumpLoadedClassList=* | -XX:AOTCacheOutput=*)
            echo "$argument" >>"%1$s/archives"
            [ -e "%1$s/fail" ] && exit 1
            echo "classes" >"${argument#*=}"
            exit 0
            ;;
          -Xshare:dump)
            for output in "$@"; do
              case "$output" in -XX:SharedArchiveFile=*) echo "archive" >"${output#*=}" ;; esac
            done
            echo "nobody wants to know"
            echo "nobody wants to know" >&2
            exit 0
            ;;
        esac
      done
      for argument in "$@"; do echo "[$argument]"; done
      echo "locale ${LC_ALL:-none}"
      exit 7
      """;

  private final Path root;
  private final Path bin;
  private final Path state;

  private StandInProject(Path root, Path bin, Path state) {
    this.root = root;
    this.bin = bin;
    this.state = state;
  }

  static StandInProject in(Path folder) throws IOException {
    Path base = folder.toRealPath();
    Path root = Files.createDirectory(base.resolve("pots & pans"));
    Path bin = Files.createDirectory(base.resolve("bin"));
    Path state = Files.createDirectory(base.resolve("state"));
    StandInProject project = new StandInProject(root, bin, state);
    project.writeSources();
    project.writeTools();
    return project;
  }

  private void writeSources() throws IOException {
    Files.copy(Path.of("..", "aludel"), script());
    Files.createDirectories(root.resolve("app/src/main/java"));
    Files.createDirectory(root.resolve(".mvn"));
    for (String source : List.of("pom.xml", "app/pom.xml", "app/src/main/java/A.java")) {
      Files.writeString(root.resolve(source), "");
    }
  }

  private void writeTools() throws IOException {
    for (String tool : TOOLS) {
      pass(tool, real(tool).orElseThrow());
    }
    write(bin.resolve("mvn"), MAVEN.formatted(state));
    write(bin.resolve("java"), JAVA.formatted(state));
  }

  private void pass(String tool, Path real) throws IOException {
    write(bin.resolve(tool), "#!/bin/sh\nexec %s \"$@\"\n".formatted(real));
  }

  private static Optional<Path> real(String tool) {
    return Stream.of(System.getenv("PATH").split(":"))
        .map(folder -> Path.of(folder, tool))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static void write(Path file, String text) throws IOException {
    Files.writeString(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  Path root() {
    return root;
  }

  Path script() {
    return root.resolve("aludel");
  }

  Path bin() {
    return bin;
  }

  /** Whether this machine has {@code flock}; then the script may use it. */
  boolean offersFlock() throws IOException {
    Optional<Path> flock = real("flock");
    if (flock.isPresent()) {
      pass("flock", flock.get());
    }
    return flock.isPresent();
  }

  void lacks(String tool) throws IOException {
    Files.delete(bin.resolve(tool));
  }

  void failsToBuild() throws IOException {
    Files.writeString(state.resolve("fail"), "");
  }

  void buildsAgain() throws IOException {
    Files.delete(state.resolve("fail"));
  }

  /** Lets Java say of itself that it is this version. */
  void hasJava(String version) throws IOException {
    Files.writeString(
        bin.resolveSibling("release"),
        "IMPLEMENTOR=\"Nobody\"\nJAVA_RUNTIME_VERSION=\"%s\"\nLIBC=\"gnu\"\n".formatted(version));
  }

  /** How often an archive of classes was begun. */
  int archivesBegun() throws IOException {
    Path begun = state.resolve("archives");
    return Files.exists(begun) ? Files.readAllLines(begun).size() : 0;
  }

  /** The archives that are there, and whatever else is left in their folder. */
  List<String> archives() throws IOException {
    Path folder = root.resolve("app/target/archives");
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  /** What Maven was called with so far. */
  List<String> builds() throws IOException {
    Path calls = state.resolve("calls");
    return Files.exists(calls) ? Files.readAllLines(calls) : List.of();
  }

  /** Lets everything that is there look as if it had been written and built some time ago. */
  void grows(Duration older) throws IOException {
    FileTime time = FileTime.from(Instant.now().minus(older));
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.toList()) {
        Files.setLastModifiedTime(file, time);
      }
    }
  }

  void touches(String source) throws IOException {
    Files.setLastModifiedTime(root.resolve(source), FileTime.from(Instant.now()));
  }

  /** The script, ready to run in {@code workingDirectory} under the name {@code command}. */
  ProcessBuilder command(Path workingDirectory, Path command, String... arguments) {
    ProcessBuilder builder =
        new ProcessBuilder(
            Stream.concat(Stream.of(command.toString()), Stream.of(arguments)).toList());
    builder.directory(workingDirectory.toFile());
    builder.environment().clear();
    builder.environment().put("PATH", bin.toString());
    return builder;
  }

  ProcessBuilder command(String... arguments) {
    return command(root, script(), arguments);
  }
}
