package dev.aludel.app.cli;

import static java.util.Objects.requireNonNull;

import dev.aludel.app.cli.Streams.Colour;
import dev.aludel.app.wiring.Environment;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Help;

/** The command line as a whole. No state is left from one run to the next. */
public final class AludelCommandLine {
  private final Environment environment;
  private final Streams streams;

  public AludelCommandLine(Environment environment, Streams streams) {
    this.environment = requireNonNull(environment, "environment");
    this.streams = requireNonNull(streams, "streams");
  }

  /**
   * Runs one command; whatever goes wrong is told on the error stream.
   *
   * @return the exit code: 0 done, 1 failed, 2 wrong usage, 3 differences found
   */
  public int run(String... arguments) {
    int exitCode = parser().execute(arguments);
    streams.err().flush();
    // A full disk must not pass for an answer that was given.
    if (streams.out().checkError() && exitCode == ExitCode.OK) {
      streams.err().println("Cannot write the answer to standard output.");
      streams.err().flush();
      return ExitCode.SOFTWARE;
    }
    return exitCode;
  }

  /** The commands with their options; the documentation is held against it. */
  CommandLine parser() {
    AludelCommand aludel = new AludelCommand(environment, streams);
    CommandLine commandLine = new CommandLine(aludel);
    Stream.of(
            new InitCommand(aludel),
            new ListTemplatesCommand(aludel),
            new RevisionCommand(aludel),
            new MergeCommand(aludel),
            new EditCommand(aludel),
            new UpgradeCommand(aludel),
            new DowngradeCommand(aludel),
            new StampCommand(aludel),
            new EnsureVersionCommand(aludel),
            new BackupCommand(aludel),
            new CurrentCommand(aludel),
            new HistoryCommand(aludel),
            new HeadsCommand(aludel),
            new BranchesCommand(aludel),
            new ShowCommand(aludel),
            new DemoCommand(aludel))
        .forEach(commandLine::addSubcommand);
    commandLine.getSubcommands().values().forEach(AludelCommandLine::shortenHelp);
    shortenHelp(commandLine);
    Help.Ansi ansi = streams.colour() == Colour.ON ? Help.Ansi.ON : Help.Ansi.OFF;
    return commandLine
        .setExpandAtFiles(false)
        .setUsageHelpWidth(100)
        .setColorScheme(Help.defaultColorScheme(ansi))
        .setOut(streams.out())
        .setErr(streams.err())
        .setParameterExceptionHandler(new UsageErrors(streams))
        .setExecutionExceptionHandler(new Failures(streams));
  }

  private static void shortenHelp(CommandLine commandLine) {
    commandLine.getCommandSpec().usageMessage().abbreviateSynopsis(true).sortOptions(false);
  }
}
