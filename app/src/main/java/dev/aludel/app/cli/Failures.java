package dev.aludel.app.cli;

import dev.aludel.app.editor.EditorException;
import dev.aludel.app.wiring.SettingsException;
import dev.aludel.app.wiring.SettingsException.Origin;
import dev.aludel.domain.StorageException;
import dev.aludel.migrations.revision.MigrationException;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Tells why a command failed: in its own words where they are made for people. */
final class Failures implements IExecutionExceptionHandler {
  private final Streams streams;

  Failures(Streams streams) {
    this.streams = streams;
  }

  @Override
  public int handleExecutionException(
      Exception error, CommandLine commandLine, ParseResult parseResult) {
    return tell(
        error,
        commandLine.getCommand() instanceof Subcommand command
            ? command.allOptions().verbosity()
            : Verbosity.NORMAL);
  }

  /**
   * Tells it.
   *
   * @return the exit code
   */
  int tell(Exception error, Verbosity verbosity) {
    if (isForPeople(error)) {
      streams.err().println(error.getMessage());
    } else {
      tellUnexpected(error, verbosity);
    }
    return error instanceof SettingsException setting && setting.origin() == Origin.COMMAND_LINE
        ? ExitCode.USAGE
        : ExitCode.SOFTWARE;
  }

  private static boolean isForPeople(Exception error) {
    return error instanceof MigrationException
        || error instanceof EndedRunException
        || error instanceof UnwrittenAnswerException
        || error instanceof StorageException
        || error instanceof SettingsException
        || error instanceof EditorException;
  }

  private void tellUnexpected(Exception error, Verbosity verbosity) {
    streams
        .err()
        .println(
            "Aludel failed in a way that it does not know: %s. This is a mistake in Aludel; run the same command with -v, and report what it says."
                .formatted(error.toString().replaceAll("\\s*\\R\\s*", " ")));
    if (verbosity == Verbosity.VERBOSE) {
      error.printStackTrace(streams.err());
    }
  }
}
