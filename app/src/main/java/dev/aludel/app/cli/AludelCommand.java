package dev.aludel.app.cli;

import dev.aludel.app.wiring.Environment;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code aludel} itself: what stands before the name of a command. */
@Command(
    name = "aludel",
    versionProvider = AludelVersion.class,
    synopsisSubcommandLabel = "COMMAND",
    description = "Takes a database up and down its revisions, and keeps conversations in it.",
    footer = {
      "",
      "Settings come from options, else from the environment, else from aludel.properties.",
      "Exit code: 0 done, 1 failed, 2 wrong usage, 3 differences found.",
      "",
      "Example:",
      "  aludel --url sqlite:///agent.db upgrade heads"
    })
final class AludelCommand implements Callable<Integer> {
  private final Environment environment;
  private final Streams streams;
  private final ProcessEnd end;

  @Mixin private final GlobalOptions options = new GlobalOptions();

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Shows Aludel's version.")
  @SuppressWarnings("UnusedVariable") // that the option is given is all picocli needs
  private boolean version;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  AludelCommand(Environment environment, Streams streams, ProcessEnd end) {
    this.environment = environment;
    this.streams = streams;
    this.end = end;
  }

  @Override
  public Integer call() {
    throw new ParameterException(
        spec.commandLine(),
        "A command is missing. Known are: %s."
            .formatted(String.join(", ", spec.subcommands().keySet())));
  }

  Environment environment() {
    return environment;
  }

  ProcessEnd processEnd() {
    return end;
  }

  GlobalOptions options() {
    return options;
  }

  Console console(GlobalOptions all) {
    return new Console(streams, all.verbosity(), all.answerForm());
  }
}
