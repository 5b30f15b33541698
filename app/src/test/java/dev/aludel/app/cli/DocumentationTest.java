package dev.aludel.app.cli;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.app.cli.Streams.Colour;
import dev.aludel.app.wiring.Setting;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/**
 * The documents leave out no command and no setting. That what they say of each is true, is tried
 * where they are played.
 */
final class DocumentationTest {
  private static final String COMMANDS = "docs/commands.md";

  private static CommandLine parser() {
    PrintWriter nowhere = new PrintWriter(Writer.nullWriter(), false);
    return new AludelCommandLine(
            Scenario.environment(Path.of("")), new Streams(nowhere, nowhere, Colour.OFF))
        .parser();
  }

  private static String text(String document) throws IOException {
    return Files.readString(Path.of("..", document));
  }

  private static Set<String> commands() {
    return parser().getSubcommands().keySet();
  }

  @ParameterizedTest
  @MethodSource("commands")
  void command_isDocumentedWithItsHelp(String command) throws IOException {
    assertThat(text(COMMANDS))
        .contains("\n## %s\n\n```console\n$ aludel %s --help\n".formatted(command, command));
    assertThat(text("README.md")).containsPattern("\\| `%s[ `]".formatted(command));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void command_hasAnExampleInItsHelp(String command) {
    CommandLine found = requireNonNull(parser().getSubcommands().get(command));
    assertThat(found.getUsageMessage())
        .containsPattern("Examples?:\\n  aludel %s".formatted(command));
  }

  @ParameterizedTest
  @ValueSource(strings = {"README.md", COMMANDS})
  void setting_isDocumented(String document) throws IOException {
    for (Setting setting : Setting.values()) {
      assertThat(text(document))
          .containsPattern(
              "\\| `--%s[^|]*` \\| `%s` \\| `%s` \\|"
                  .formatted(setting.key(), setting.variable(), setting.key()));
    }
  }

  @Test
  void setting_isAnOptionThatNamesItsVariable() {
    for (Setting setting : Setting.values()) {
      assertThat(descriptions("--" + setting.key()))
          .as(setting.key())
          .isNotEmpty()
          .allMatch(line -> line.contains("Variable " + setting.variable()));
    }
  }

  private static List<String> descriptions(String option) {
    return parser().getSubcommands().values().stream()
        .map(command -> command.getCommandSpec().findOption(option))
        .filter(Objects::nonNull)
        .map(spec -> String.join(" ", spec.description()))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("commands")
  void option_standsWithItsMeaningInTheSectionOfItsCommand(String command) throws IOException {
    String section =
        text(COMMANDS).split("\n## %s\n".formatted(command), 2)[1].split("\n## ", 2)[0];
    for (OptionSpec option :
        requireNonNull(parser().getSubcommands().get(command)).getCommandSpec().options()) {
      assertThat(section).as(command).contains(option.longestName());
      assertThat(String.join("", option.description())).as(option.longestName()).isNotBlank();
    }
  }
}
