package dev.aludel.app.cli;

import static java.util.Objects.requireNonNull;

import dev.aludel.app.cli.Streams.Colour;
import dev.aludel.app.wiring.Environment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Help;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The command line as a whole. No state is left from one run to the next. */
public final class AludelCommandLine {
  /** All commands, in the order of the help. */
  private static final List<String> COMMANDS =
      List.of(
          "init",
          "list-templates",
          "revision",
          "merge",
          "edit",
          "upgrade",
          "downgrade",
          "stamp",
          "ensure-version",
          "backup",
          "current",
          "history",
          "heads",
          "branches",
          "show",
          "demo");

  private final Environment environment;
  private final Streams streams;
  private final ProcessEnd end;

  /** A command line whose process goes on after it. */
  public AludelCommandLine(Environment environment, Streams streams) {
    this(environment, streams, new ProcessEnd(Thread.currentThread()));
  }

  public AludelCommandLine(Environment environment, Streams streams, ProcessEnd end) {
    this.environment = requireNonNull(environment, "environment");
    this.streams = requireNonNull(streams, "streams");
    this.end = requireNonNull(end, "end");
  }

  /**
   * Runs one command; whatever goes wrong is told on the error stream.
   *
   * @return the exit code: 0 done, 1 failed, 2 wrong usage, 3 differences found
   */
  public int run(String... arguments) {
    int exitCode = executeOrTell(arguments);
    streams.err().flush();
    // A full disk must not pass for an answer that was given.
    if (streams.out().checkError() && exitCode == ExitCode.OK) {
      streams.err().println("Cannot write the answer to standard output.");
      streams.err().flush();
      return ExitCode.SOFTWARE;
    }
    return exitCode;
  }

  // Errors of the virtual machine pass all handlers of exceptions: a script was too much for the
  // stack or the memory.
  private int executeOrTell(String... arguments) {
    try {
      return execute(arguments);
    } catch (StackOverflowError | OutOfMemoryError e) {
      return new Failures(streams).tell(e, Verbosity.NORMAL);
    }
  }

  private int execute(String... arguments) {
    Optional<String> stray = StrayUrl.refusal(List.of(arguments));
    if (stray.isPresent()) {
      streams.err().println(stray.get());
      return ExitCode.USAGE;
    }
    Optional<Subcommand> plain = plainCommand(arguments);
    return plain.isPresent() ? call(plain.get()) : parserFor(arguments).execute(arguments);
  }

  /** The command that the arguments name, set as they say, if they tell without picocli. */
  Optional<Subcommand> plainCommand(String... arguments) {
    AludelCommand aludel = new AludelCommand(environment, streams, end);
    return PlainArguments.command(
        aludel,
        name -> COMMANDS.contains(name) ? Optional.of(command(name, aludel)) : Optional.empty(),
        List.of(arguments));
  }

  private int call(Subcommand command) {
    try {
      return command.call();
    } catch (RuntimeException e) {
      return new Failures(streams).tell(e, command.allOptions().verbosity());
    }
  }

  // Most of the time of a short command would go into all the others: their options are read by
  // reflection. Where the arguments are not understood, or ask for help, all commands count.
  private CommandLine parserFor(String... arguments) {
    List<String> named = new ArrayList<>(COMMANDS);
    named.retainAll(Arrays.asList(arguments));
    if (!named.isEmpty()) {
      CommandLine parser = parser(named);
      if (understands(parser, arguments)) {
        return parser;
      }
    }
    return parser();
  }

  private static boolean understands(CommandLine parser, String... arguments) {
    try {
      ParseResult result = parser.parseArgs(arguments);
      return !result.isUsageHelpRequested() && !result.isVersionHelpRequested();
    } catch (ParameterException e) {
      return false; // who knows all commands tells better what is wrong
    }
  }

  /** All commands with their options; the documentation is held against it. */
  CommandLine parser() {
    return parser(COMMANDS);
  }

  private CommandLine parser(List<String> commands) {
    AludelCommand aludel = new AludelCommand(environment, streams, end);
    CommandLine commandLine = new CommandLine(aludel);
    for (String name : commands) {
      commandLine.addSubcommand(name, command(name, aludel));
    }
    commandLine.getSubcommands().values().forEach(AludelCommandLine::shortenHelp);
    shortenHelp(commandLine);
    Help.Ansi ansi = streams.colour() == Colour.ON ? Help.Ansi.ON : Help.Ansi.OFF;
    return commandLine
        .setExpandAtFiles(false)
        .setUsageHelpWidth(100)
        .setColorScheme(Help.defaultColorScheme(ansi))
        .setOut(streams.out())
        .setErr(streams.err())
        .setExecutionStrategy(GivenArguments::run)
        .setParameterExceptionHandler(new UsageErrors(streams))
        .setExecutionExceptionHandler(new Failures(streams));
  }

  private static void shortenHelp(CommandLine commandLine) {
    commandLine.getCommandSpec().usageMessage().abbreviateSynopsis(true).sortOptions(false);
  }

  // A switch, where references to the constructors would be linked one by one at each start.
  private static Subcommand command(String name, AludelCommand aludel) {
    return switch (name) {
      case "init" -> new InitCommand(aludel);
      case "list-templates" -> new ListTemplatesCommand(aludel);
      case "revision" -> new RevisionCommand(aludel);
      case "merge" -> new MergeCommand(aludel);
      case "edit" -> new EditCommand(aludel);
      case "upgrade" -> new UpgradeCommand(aludel);
      case "downgrade" -> new DowngradeCommand(aludel);
      case "stamp" -> new StampCommand(aludel);
      case "ensure-version" -> new EnsureVersionCommand(aludel);
      case "backup" -> new BackupCommand(aludel);
      case "current" -> new CurrentCommand(aludel);
      case "history" -> new HistoryCommand(aludel);
      case "heads" -> new HeadsCommand(aludel);
      case "branches" -> new BranchesCommand(aludel);
      case "show" -> new ShowCommand(aludel);
      case "demo" -> new DemoCommand(aludel);
      default -> throw new IllegalArgumentException("there is no command " + name);
    };
  }
}
