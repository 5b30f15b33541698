package dev.aludel.app.cli;

import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;

/** Refuses what picocli understands and nobody means; then the command runs. */
final class GivenArguments {
  private GivenArguments() {}

  static int run(ParseResult all) {
    if (!asksForHelp(all)) {
      refuseUnmeant(all);
    }
    return new RunLast().execute(all);
  }

  private static boolean asksForHelp(ParseResult all) {
    boolean asks = false;
    for (ParseResult part = all; part != null; part = part.subcommand()) {
      asks |= part.isUsageHelpRequested() || part.isVersionHelpRequested();
    }
    return asks;
  }

  private static void refuseUnmeant(ParseResult all) {
    for (ParseResult part = all; part != null; part = part.subcommand()) {
      refuseEmptyValues(part);
    }
    if (all.hasSubcommand()) {
      refuseRepeated(all, all.subcommand());
    }
  }

  // An empty path would be the working folder.
  private static void refuseEmptyValues(ParseResult part) {
    part.matchedArgs().stream()
        .filter(given -> given.arity().max() > 0 && given.originalStringValues().contains(""))
        .findFirst()
        .ifPresent(
            given -> {
              throw new ParameterException(commandLine(part), emptyValue(given));
            });
  }

  private static String emptyValue(ArgSpec given) {
    return given instanceof OptionSpec option
        ? "The value of %s, %s, is empty. Write one, or leave the option away."
            .formatted(option.longestName(), option.paramLabel())
        : "%s is empty. Write one.".formatted(given.paramLabel());
  }

  private static void refuseRepeated(ParseResult before, ParseResult after) {
    Optional<OptionSpec> repeated =
        before.matchedOptions().stream()
            .filter(option -> !option.isMultiValue())
            .filter(option -> after.hasMatchedOption(option.longestName()))
            .findFirst();
    if (repeated.isPresent()) {
      throw new ParameterException(
          commandLine(after),
          "%s stands before the command and after it. Give it once."
              .formatted(repeated.get().longestName()));
    }
  }

  private static CommandLine commandLine(ParseResult part) {
    return part.commandSpec().commandLine();
  }
}
