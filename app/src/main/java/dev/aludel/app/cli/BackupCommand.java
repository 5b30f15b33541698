package dev.aludel.app.cli;

import dev.aludel.app.wiring.AludelComponent;
import dev.aludel.migrations.Migrator;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code aludel backup}. */
@Command(
    name = "backup",
    description = {
      "Copies a SQLite database into a new file beside it, named by its revisions and the time.",
      "Others may use the database meanwhile. To restore a backup, copy it back while nobody does."
    },
    footer = {
      "",
      "Examples:",
      "  aludel backup --url sqlite:///agent.db",
      "  aludel backup --to /mnt/backups"
    })
final class BackupCommand extends LockingCommand {
  @Option(
      names = "--to",
      paramLabel = "DIR",
      description =
          "The folder into which the file comes, which is there; default: beside the database.")
  private @Nullable Path folder;

  BackupCommand(AludelCommand aludel) {
    super(aludel);
  }

  @Override
  Answer answer(AludelComponent component, Console console) {
    String database = component.settings().database().toString();
    return answeredOrEnded(
        () -> new BackupAnswer(database, backup(component.migrator())), database, console);
  }

  private Path backup(Migrator migrator) {
    return folder == null
        ? migrator.backup()
        : migrator.backup(environment().workingDirectory().resolve(folder).normalize());
  }
}
