package dev.aludel.app;

import dev.aludel.app.cli.AludelCommandLine;
import dev.aludel.app.cli.Streams;
import dev.aludel.app.cli.Streams.Colour;
import dev.aludel.app.wiring.Environment;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Runs the usual commands once, in a folder of its own and without a word, so that the JVM can note
 * which classes they need. The start script makes an archive of those.
 */
public final class Rehearsal {
  /** Where init puts scripts. */
  private static final String SCRIPTS = "revisions";

  private static final List<List<String>> COMMANDS =
      List.of(
          List.of("upgrade", "heads"),
          List.of("upgrade", "heads"),
          List.of("current"),
          List.of("current", "-v"),
          List.of("current", "--json"),
          List.of("heads"),
          List.of("history"),
          List.of("upgrade", "no_such_revision"),
          List.of("downgrade", "base"),
          List.of("upgrade", "--sql", "--url", "postgresql://localhost/rehearsal"),
          List.of("demo"),
          List.of("downgrade", "base"),
          List.of("init"),
          List.of("revision", "-m", "first"),
          List.of("upgrade"),
          List.of("current"),
          List.of("current", "--script-location", SCRIPTS),
          List.of("upgrade", "--script-location", SCRIPTS),
          List.of("--help"));

  private Rehearsal() {}

  public static void main(String[] arguments) throws IOException {
    Launcher.silenceLogging();
    Path folder = Files.createTempDirectory("aludel-rehearsal");
    try {
      COMMANDS.forEach(command -> run(folder, command));
    } finally {
      delete(folder);
    }
  }

  // What a command answers, and how it ends, does not matter here.
  private static void run(Path folder, List<String> command) {
    Environment environment =
        new Environment(
            Map.of("ALUDEL_DATABASE_URL", "sqlite:///" + folder.resolve("rehearsal.db")),
            folder,
            Clock.systemUTC());
    PrintWriter nowhere = new PrintWriter(Writer.nullWriter(), false);
    new AludelCommandLine(environment, new Streams(nowhere, nowhere, Colour.OFF))
        .run(command.toArray(String[]::new));
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(Rehearsal::deleteOne);
    }
  }

  private static void deleteOne(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
