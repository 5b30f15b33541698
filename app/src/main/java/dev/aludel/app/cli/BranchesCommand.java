package dev.aludel.app.cli;

import dev.aludel.app.wiring.AludelComponent;
import picocli.CommandLine.Command;

/** {@code aludel branches}. */
@Command(
    name = "branches",
    description =
        "Lists the revisions that several follow, newest first, each with those. Opens no database.",
    footer = {"", "Example:", "  aludel branches --script-location revisions"})
final class BranchesCommand extends Subcommand {

  BranchesCommand(AludelCommand aludel) {
    super(aludel);
  }

  @Override
  Answer answer(AludelComponent component, Console console) {
    BranchesAnswer answer = new BranchesAnswer(migrator(component, console).branches());
    if (answer.branches().isEmpty()) {
      console.note("No revision is followed by more than one.");
    }
    return answer;
  }
}
