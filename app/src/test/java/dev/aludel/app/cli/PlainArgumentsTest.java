package dev.aludel.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.app.cli.Streams.Colour;
import dev.aludel.test.RandomSeed;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.ParseResult;

/** Picocli is the measure: what is read without it is set as it would set it. */
final class PlainArgumentsTest {
  private static final int RUNS = 20_000;

  private static final List<String> WORDS =
      List.of(
          "current",
          "upgrade",
          "heads",
          "stamp",
          "nonsense",
          "--url",
          "sqlite:///a.db",
          "--url=sqlite:///b.db",
          "--script-location",
          "revisions",
          "--bundled",
          "--version-table",
          "versions",
          "--json",
          "--json=false",
          "-v",
          "--verbose",
          "-q",
          "--quiet",
          "-vq",
          "--check-heads",
          "--config",
          "--lock-wait",
          "5s",
          "--sql",
          "+1",
          "-1",
          "a:b",
          "",
          "-",
          "--",
          "@file",
          "'a b'",
          "\"a\"",
          "-h",
          "--help",
          "--version");

  private final AludelCommandLine aludel =
      new AludelCommandLine(
          Scenario.environment(Path.of("").toAbsolutePath()),
          new Streams(nowhere(), nowhere(), Colour.OFF));

  private static PrintWriter nowhere() {
    return new PrintWriter(Writer.nullWriter(), false);
  }

  /** Sets as picocli does; fails where picocli would not run the command. */
  private void assertSetAsByPicocli(Subcommand plain, String... arguments) {
    ParseResult parsed = aludel.parser().parseArgs(arguments);
    assertThat(parsed.isUsageHelpRequested() || parsed.isVersionHelpRequested()).isFalse();
    assertThat(parsed.hasSubcommand()).isTrue();
    assertThat(parsed.subcommand().isUsageHelpRequested()).isFalse();
    assertThat(plain)
        .usingRecursiveComparison()
        .ignoringFieldsMatchingRegexes("(.*\\.)?(spec|command)") // picocli sets them
        .isEqualTo(parsed.subcommand().commandSpec().userObject());
  }

  @Test
  void command_isSetAsByPicocli_whateverTheArguments() {
    RandomSeed seed = RandomSeed.printed("command lines");
    RandomGenerator random = seed.random();
    int plain = 0;
    for (int run = 0; run < RUNS; run++) {
      String[] arguments =
          random
              .ints(1 + random.nextInt(6), 0, WORDS.size())
              .mapToObj(WORDS::get)
              .toArray(String[]::new);
      Optional<Subcommand> command = aludel.plainCommand(arguments);
      if (command.isPresent()) {
        plain++;
        assertThat(command.get())
            .as("%s, %s", seed, String.join(" ", arguments))
            .satisfies(one -> assertSetAsByPicocli(one, arguments));
      }
    }
    assertThat(plain).as("%s", seed).isGreaterThan(RUNS / 100);
  }

  @Test
  void command_isReadWithoutPicocli_whenItIsPlain() {
    Stream.of(
            "current",
            "current -v",
            "-q current --check-heads",
            "--url sqlite:///a.db --json current --script-location a --script-location b",
            "upgrade",
            "upgrade heads",
            "upgrade +1 a --bundled --version-table versions --verbose")
        .map(line -> line.split(" ", -1))
        .forEach(
            arguments ->
                assertThat(aludel.plainCommand(arguments))
                    .as(String.join(" ", arguments))
                    .hasValueSatisfying(command -> assertSetAsByPicocli(command, arguments)));
  }

  @Test
  void command_isLeftToPicocli_whenItIsNotPlainOrWrong() {
    Stream.of(
            "",
            "nonsense",
            "heads",
            "stamp",
            "downgrade",
            "current here",
            "current --url",
            "current --url --json",
            "current --url a --url b",
            "current --url=a",
            "current -v --verbose",
            "-v current -q",
            "-v current --verbose",
            "--url a current --url b",
            "--version-table a upgrade --version-table b",
            "current --help",
            "--help current",
            "upgrade -1",
            "upgrade --sql",
            "upgrade -- a")
        .map(line -> line.split(" ", -1))
        .forEach(
            arguments ->
                assertThat(aludel.plainCommand(arguments))
                    .as(String.join(" ", arguments))
                    .isEmpty());
  }
}
