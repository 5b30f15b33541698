package dev.aludel.app.cli;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.app.cli.Streams.Colour;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/** 2 for each value that is ill-formed as typed, 1 for what the world refuses. */
final class ExitCodesTest {
  private static final String NO_ILL_FORM = "";

  /** For each value that can be typed, one that is ill-formed, and one that the world refuses. */
  private static final Map<String, List<String>> VALUES =
      Map.ofEntries(
          Map.entry("--url", List.of("sqlite:///a.db?nosuch=1", "sqlite:////dev/null")),
          Map.entry("--password-file", List.of(NO_ILL_FORM, "missing")),
          Map.entry("--config", List.of(NO_ILL_FORM, "missing.properties")),
          Map.entry("--script-location", List.of(NO_ILL_FORM, "missing")),
          Map.entry("--version-table", List.of("aludel_journal", NO_ILL_FORM)),
          Map.entry("--lock-wait", List.of("soon", NO_ILL_FORM)),
          Map.entry("--lock-timeout", List.of("0", NO_ILL_FORM)),
          Map.entry("--transaction", List.of("some", NO_ILL_FORM)),
          Map.entry("--backup", List.of("sometimes", NO_ILL_FORM)),
          Map.entry("--target-version", List.of("old", NO_ILL_FORM)),
          Map.entry("--rev-range", List.of("a:b:c", "nosuch:")),
          Map.entry("--message", List.of(NO_ILL_FORM, NO_ILL_FORM)),
          Map.entry("--rev-id", List.of("a b", "aa11")),
          Map.entry("--branch-label", List.of("a b", "aa11")),
          Map.entry("--head", List.of("a b", "nosuch")),
          Map.entry("--depends-on", List.of("a b", "nosuch")),
          Map.entry("--version-path", List.of(NO_ILL_FORM, "elsewhere")),
          Map.entry("--file-name-template", List.of("${nosuch}", NO_ILL_FORM)),
          Map.entry("--revision-template", List.of(NO_ILL_FORM, "missing")),
          Map.entry("--template", List.of("nosuch", NO_ILL_FORM)),
          Map.entry("--to", List.of(NO_ILL_FORM, "missing")),
          Map.entry("TARGET", List.of("a b", "nosuch")),
          Map.entry("DIR", List.of(NO_ILL_FORM, "scripts/aa11.sql")));

  private static final List<String> OPENS_THE_DATABASE =
      List.of("upgrade", "downgrade", "stamp", "ensure-version", "backup", "current", "demo");

  @TempDir private Path folder;

  @BeforeEach
  void writeScripts() throws IOException {
    SampleScripts.in(folder);
  }

  /** A command line for each value of each command. */
  static Stream<List<String>> values() {
    List<List<String>> values = new ArrayList<>();
    parser()
        .getSubcommands()
        .forEach(
            (name, command) -> {
              for (ArgSpec argument : command.getCommandSpec().args()) {
                if (argument.arity().max() > 0) {
                  values.add(List.of(name, called(argument)));
                }
              }
            });
    return values.stream();
  }

  private static CommandLine parser() {
    PrintWriter nowhere = new PrintWriter(new StringWriter());
    return new AludelCommandLine(
            Scenario.environment(Path.of("").toAbsolutePath()),
            new Streams(nowhere, nowhere, Colour.OFF))
        .parser();
  }

  private static String called(ArgSpec argument) {
    return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
  }

  @ParameterizedTest
  @MethodSource("values")
  void exitCode_isTwo_whenTheValueIsIllFormedAsTyped(List<String> place) {
    String value = requireNonNull(VALUES.get(place.get(1))).get(0);
    if (!value.equals(NO_ILL_FORM)) {
      assertThat(exitCode(place.get(0), place.get(1), value)).isEqualTo(2);
    }
  }

  @ParameterizedTest
  @MethodSource("values")
  void exitCode_isOne_whenTheWorldRefusesTheValue(List<String> place) {
    String value = requireNonNull(VALUES.get(place.get(1))).get(1);
    if (!value.equals(NO_ILL_FORM) && looksThere(place.get(0), place.get(1))) {
      assertThat(exitCode(place.get(0), place.get(1), value)).isEqualTo(1);
    }
  }

  /** A message may speak of anything. */
  @ParameterizedTest
  @ValueSource(strings = {"--message=See https://a.b/c", "-mSee https://a.b/c", "-m=https://a.b/c"})
  void exitCode_isNothing_whenAMessageHoldsTheAddressOfAPage(String message) {
    assertThat(exitCode("revision", "MESSAGE", message)).isZero();
  }

  /** Whether a command has a use for the database or the scripts that all can be given. */
  private static boolean looksThere(String command, String argument) {
    return switch (argument) {
      case "--url" -> OPENS_THE_DATABASE.contains(command);
      case "--script-location" -> !List.of("init", "list-templates").contains(command);
      default -> true;
    };
  }

  private int exitCode(String command, String argument, String value) {
    StringWriter said = new StringWriter();
    PrintWriter writer = new PrintWriter(said, false);
    List<String> words = new ArrayList<>(List.of(command));
    if (!argument.equals("--script-location") && !argument.equals("--config")) {
      words.addAll(List.of("--script-location", "scripts"));
    }
    if (!argument.equals("--url")) {
      words.addAll(List.of("--url", "sqlite:///" + folder.resolve("a.db")));
    }
    words.addAll(argument.startsWith("--") ? List.of(argument, value) : List.of(value));
    words.addAll(needed(command, argument));
    int exitCode =
        new AludelCommandLine(Scenario.environment(folder), new Streams(writer, writer, Colour.OFF))
            .run(words.toArray(String[]::new));
    assertThat(said.toString()).isNotBlank();
    return exitCode;
  }

  /** What a command must be given besides. */
  private static List<String> needed(String command, String argument) {
    List<String> needed = new ArrayList<>();
    if (argument.equals("--target-version")) {
      needed.add("--sql");
    }
    if (argument.equals("TARGET") || argument.equals("DIR")) {
      return needed;
    }
    switch (command) {
      case "downgrade", "stamp" -> needed.add("base");
      case "show", "edit" -> needed.add("aa11");
      case "init" -> needed.add("made");
      default -> {}
    }
    return needed;
  }
}
