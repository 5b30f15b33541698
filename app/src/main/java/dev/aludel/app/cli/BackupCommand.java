package dev.aludel.app.cli;

import dev.aludel.app.wiring.AludelComponent;
import picocli.CommandLine.Command;

/** {@code aludel backup}. */
@Command(
    name = "backup",
    description = {
      "Copies a SQLite database into a new file beside it, named by its revisions and the time.",
      "Others may use the database meanwhile. To restore a backup, copy it back while nobody does."
    },
    footer = {"", "Example:", "  aludel backup --url sqlite:///agent.db"})
final class BackupCommand extends LockingCommand {

  BackupCommand(AludelCommand aludel) {
    super(aludel);
  }

  @Override
  Answer answer(AludelComponent component, Console console) {
    return new BackupAnswer(
        component.settings().database().toString(), component.migrator().backup());
  }
}
