package dev.aludel.app.cli;

import dev.aludel.app.wiring.AludelComponent;
import dev.aludel.app.wiring.Settings;
import picocli.CommandLine.Command;

/** {@code aludel ensure-version}. */
@Command(
    name = "ensure-version",
    description = {
      "Creates the version table if it is not there, and nothing else.",
      "Creates a SQLite database that is not there."
    },
    footer = {"", "Example:", "  aludel ensure-version --url sqlite:///agent.db"})
final class EnsureVersionCommand extends LockingCommand {

  EnsureVersionCommand(AludelCommand aludel) {
    super(aludel);
  }

  @Override
  Answer answer(AludelComponent component, Console console) {
    Settings settings = component.settings();
    String database = settings.database().toString();
    return answeredOrEnded(
        () ->
            new EnsureVersionAnswer(
                database, settings.versionTable(), component.migrator().ensureVersion()),
        database,
        console);
  }
}
