package dev.aludel.app.cli;

import dev.aludel.app.editor.EditorException;
import dev.aludel.app.wiring.SettingsException;
import dev.aludel.app.wiring.SettingsException.Origin;
import dev.aludel.domain.StorageException;
import dev.aludel.migrations.revision.InvalidRevisionIdException;
import dev.aludel.migrations.revision.MigrationException;
import dev.aludel.migrations.revision.TargetException;
import dev.aludel.migrations.revision.TargetException.Fault;
import dev.aludel.migrations.sql.VisibleText;
import java.io.PrintWriter;
import java.io.StringWriter;
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
  int tell(Throwable error, Verbosity verbosity) {
    if (error instanceof OutOfMemoryError) {
      streams
          .err()
          .println(
              "Aludel needs more memory than it has. Give it more (JAVA_TOOL_OPTIONS=-Xmx4g), or"
                  + " write less into one script.");
    } else if (isForPeople(error)) {
      streams.err().println(words(error));
    } else {
      tellUnexpected(error, verbosity);
    }
    return isIllFormed(error) ? ExitCode.USAGE : ExitCode.SOFTWARE;
  }

  /** Whether what was typed could mean nothing, whatever the scripts and the database hold. */
  private static boolean isIllFormed(Throwable error) {
    return error instanceof WrongValueException
        || error instanceof InvalidRevisionIdException
        || (error instanceof TargetException target && target.fault() == Fault.FORM)
        || (error instanceof SettingsException setting && setting.origin() == Origin.COMMAND_LINE)
        || (error instanceof EndedRunException ended && isIllFormed(ended.error()));
  }

  // Errors of the migration engine have lines of their own, and values are made visible in them.
  private static String words(Throwable error) {
    String message = String.valueOf(error.getMessage());
    return error instanceof MigrationException || error instanceof EndedRunException
        ? message
        : VisibleText.message(message);
  }

  private static String trace(Throwable error) {
    StringWriter trace = new StringWriter();
    error.printStackTrace(new PrintWriter(trace, true));
    return trace.toString().replace("\t", "    ");
  }

  private static boolean isForPeople(Throwable error) {
    return error instanceof MigrationException
        || error instanceof EndedRunException
        || error instanceof UnwrittenAnswerException
        || error instanceof WrongValueException
        || error instanceof StorageException
        || error instanceof SettingsException
        || error instanceof EditorException;
  }

  private void tellUnexpected(Throwable error, Verbosity verbosity) {
    streams
        .err()
        .println(
            "Aludel failed in a way that it does not know: %s. This is a mistake in Aludel; run the same command with -v, and report what it says."
                .formatted(VisibleText.message(error.toString().replaceAll("\\s*\\R\\s*", " "))));
    if (verbosity == Verbosity.VERBOSE) {
      streams.err().print(trace(error));
    }
  }
}
