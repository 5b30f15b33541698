package dev.aludel.app.cli;

import dev.aludel.app.wiring.AludelComponent;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code aludel downgrade}. */
@Command(
    name = "downgrade",
    description =
        "Reverts the revisions above the target and what depends on them, each in a transaction of its own.",
    footer = {
      "",
      "Examples:",
      "  aludel downgrade b1c2d3e4f5g6   to this revision, which stays",
      "  aludel downgrade -1             one revision back",
      "  aludel downgrade base           all the way"
    })
final class DowngradeCommand extends RunCommand {
  @Parameters(
      paramLabel = "TARGET",
      description = "An id or the beginning of one, a branch label, base, LABEL@base, -N, ID-N.")
  @SuppressWarnings("NullAway.Init") // picocli sets it, or refuses the command line
  private String target;

  DowngradeCommand(AludelCommand aludel) {
    super(aludel);
  }

  @Override
  Answer answer(AludelComponent component, Console console) {
    String database = component.settings().database().toString();
    return new RunAnswer(database, migrator(component, console).downgrade(target));
  }
}
