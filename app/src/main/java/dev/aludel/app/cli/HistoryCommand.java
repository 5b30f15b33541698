package dev.aludel.app.cli;

import dev.aludel.app.wiring.AludelComponent;
import picocli.CommandLine.Command;

/** {@code aludel history}. */
@Command(
    name = "history",
    description = "Lists all revisions of the scripts, newest first. Opens no database.",
    footer = {"", "Example:", "  aludel history --script-location revisions"})
final class HistoryCommand extends Subcommand {

  HistoryCommand(AludelCommand aludel) {
    super(aludel);
  }

  @Override
  Answer answer(AludelComponent component, Console console) {
    return new RevisionsAnswer(component.migrator().history(), EntryWords::lineWithParents);
  }
}
