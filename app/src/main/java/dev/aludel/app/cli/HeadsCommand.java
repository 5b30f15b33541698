package dev.aludel.app.cli;

import dev.aludel.app.wiring.AludelComponent;
import picocli.CommandLine.Command;

/** {@code aludel heads}. */
@Command(
    name = "heads",
    description = "Lists the revisions of the scripts that none follows. Opens no database.",
    footer = {"", "Example:", "  aludel heads -v"})
final class HeadsCommand extends Subcommand {

  HeadsCommand(AludelCommand aludel) {
    super(aludel);
  }

  @Override
  Answer answer(AludelComponent component, Console console) {
    return new RevisionsAnswer(component.migrator().heads(), EntryWords::line);
  }
}
