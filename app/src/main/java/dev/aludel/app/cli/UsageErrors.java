package dev.aludel.app.cli;

import dev.aludel.migrations.sql.VisibleText;
import java.io.PrintWriter;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Tells what is wrong with a command line, and where its right form is shown. */
final class UsageErrors implements IParameterExceptionHandler {
  // No command, and nearer to none than to what the last line names.
  private static final String HELP = "help";

  private final Streams streams;

  UsageErrors(Streams streams) {
    this.streams = streams;
  }

  @Override
  public int handleParseException(ParameterException error, String[] arguments) {
    PrintWriter err = streams.err();
    err.println(VisibleText.message(String.valueOf(error.getMessage())));
    if (error instanceof UnmatchedArgumentException unmatched
        && !unmatched.getUnmatched().contains(HELP)) {
      unmatched.getSuggestions().stream()
          .findFirst()
          .ifPresent(known -> err.println("Did you mean \"%s\"?".formatted(known)));
    }
    err.println(
        "See \"%s --help\".".formatted(error.getCommandLine().getCommandSpec().qualifiedName()));
    return ExitCode.USAGE;
  }
}
