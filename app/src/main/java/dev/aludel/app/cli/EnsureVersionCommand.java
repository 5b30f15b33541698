package dev.aludel.app.cli;

import dev.aludel.app.wiring.AludelComponent;
import dev.aludel.app.wiring.Settings;
import dev.aludel.migrations.revision.MigrationException;
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
    try {
      return new EnsureVersionAnswer(
          database, settings.versionTable(), component.migrator().ensureVersion());
    } catch (MigrationException e) {
      throw endedEarly(e, database, console);
    }
  }
}
