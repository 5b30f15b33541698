package dev.aludel.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.app.cli.Streams.Colour;
import dev.aludel.app.wiring.Environment;
import dev.aludel.migrations.sql.VisibleText;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Runs commands one after the other in a folder of their own and writes down all they say: as it
 * comes on standard output, behind {@code 2>} on standard error, and the exit code if it is not 0.
 * What differs from run to run is replaced: the folder by {@code DIR}, times by {@code N ms}.
 */
final class Scenario {
  private static final String GOLDEN = "src/test/resources/golden";

  private final Path folder;
  private final Map<String, String> variables = new LinkedHashMap<>();
  private final Map<String, String> replacements = new LinkedHashMap<>();
  private Clock clock = Clock.systemUTC();
  private final StringBuilder transcript = new StringBuilder();

  private Scenario(Path folder) {
    this.folder = folder;
    variables.put("ALUDEL_DATABASE_URL", "sqlite:///" + folder.resolve("aludel.db"));
    replacements.put(folder.toString(), "DIR");
  }

  /** A scenario whose database is {@code aludel.db} in {@code folder}. */
  static Scenario in(Path folder) {
    return new Scenario(folder);
  }

  /** The surroundings of a command line that nobody has set anything for. */
  static Environment environment(Path folder) {
    return new Environment(Map.of(), folder, Clock.systemUTC());
  }

  Scenario with(String variable, String value) {
    variables.put(variable, value);
    return this;
  }

  /** Lets all that follows happen at this time, in UTC. */
  Scenario at(String instant) {
    clock = Clock.fixed(Instant.parse(instant), ZoneOffset.UTC);
    return this;
  }

  /** Lets all that follows happen by this clock. */
  Scenario by(Clock clock) {
    this.clock = clock;
    return this;
  }

  /** Writes a file of the folder, between two commands. */
  Scenario write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.resolveSibling("."));
    Files.writeString(file, text);
    return this;
  }

  /** Writes down a file as the commands left it. */
  Scenario show(String name) throws IOException {
    transcript.append("$ cat ").append(name).append('\n');
    transcript.append(Files.readString(folder.resolve(name)));
    return this;
  }

  /** Shows {@code text}, which differs from run to run, as {@code shown}. */
  Scenario showing(String text, String shown) {
    replacements.put(text, shown);
    return this;
  }

  Scenario run(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Environment environment = new Environment(variables, folder, clock);
    Streams streams =
        new Streams(new PrintWriter(out, false), new PrintWriter(err, false), Colour.OFF);
    int exitCode = new AludelCommandLine(environment, streams).run(arguments);
    transcript.append("$ ").append(VisibleText.line(commandLine(arguments))).append('\n');
    transcript.append(out);
    transcript.append(
        err.toString().lines().map(line -> "2> " + line + "\n").collect(Collectors.joining()));
    if (exitCode != 0) {
      transcript.append("exit ").append(exitCode).append('\n');
    }
    return this;
  }

  /** Everything that was said so far. */
  String transcript() {
    String text = transcript.toString();
    for (Map.Entry<String, String> replacement : replacements.entrySet()) {
      text = text.replace(replacement.getKey(), replacement.getValue());
    }
    return text.replaceAll(
            "process \\d+ of .*?, since \\S+Z", "process N of USER on HOST, since TIME")
        .replaceAll("\\d{8}T\\d{6}Z", "TIME")
        .replaceAll("\\d+ ms", "N ms")
        .replaceAll("\\(\\d+\\.\\d [kM]B\\)", "(N kB)")
        .replaceAll("\"bytes\": \\d+", "\"bytes\": N")
        .replaceAll("N ms by .* on \\S+", "N ms by USER on HOST")
        .replaceAll("\"(user|host)\": \"[^\"]*\"", "\"$1\": \"NAME\"")
        .replaceAll("\"milliseconds\": \\d+", "\"milliseconds\": N")
        .replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "UUID")
        .replaceAll("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z", "TIME")
        .replaceAll("[^\\s\"]*dev/aludel/migrations/revisions/", "BUNDLED/");
  }

  /** Holds what was said against a file; {@code -Daludel.golden=write} writes it anew. */
  void matches(String goldenFile) throws IOException {
    Path file = Path.of(GOLDEN, goldenFile);
    if ("write".equals(System.getProperty("aludel.golden"))) {
      Files.writeString(file, transcript());
    }
    assertThat(file).as("the golden file").exists();
    assertThat(transcript()).isEqualTo(Files.readString(file));
  }

  private static String commandLine(String... arguments) {
    return Stream.concat(Stream.of("aludel"), Stream.of(arguments))
        .collect(Collectors.joining(" "));
  }
}
