package dev.aludel.app.cli;

import dev.aludel.app.wiring.AludelComponent;
import picocli.CommandLine.Command;

/** {@code aludel current}. */
@Command(
    name = "current",
    description = "Shows the revisions that the database is at. Creates nothing.",
    footer = {"", "Example:", "  aludel current --url postgresql://agent@localhost/agent"})
final class CurrentCommand extends Subcommand {

  CurrentCommand(AludelCommand aludel) {
    super(aludel);
  }

  @Override
  Answer answer(AludelComponent component, Console console) {
    String database = component.settings().database().toString();
    CurrentAnswer answer = new CurrentAnswer(database, component.migrator().current());
    if (answer.state().revisions().isEmpty()) {
      console.note("No revision is applied to %s.".formatted(database));
    }
    return answer;
  }
}
