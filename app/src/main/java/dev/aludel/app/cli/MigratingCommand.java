package dev.aludel.app.cli;

import dev.aludel.app.wiring.AludelComponent;
import dev.aludel.migrations.Migrator;
import dev.aludel.migrations.database.Database;
import dev.aludel.migrations.run.OfflineOptions;
import java.io.IOException;
import picocli.CommandLine.Mixin;

/** What all commands have in common that take a database elsewhere, or write the SQL for it. */
abstract class MigratingCommand extends LockingCommand {
  @Mixin private final SqlOptions sql = new SqlOptions();

  MigratingCommand(AludelCommand aludel) {
    super(aludel);
  }

  @Override
  final Answer answer(AludelComponent component, Console console) {
    boolean asked = sql.isAsked();
    if (!asked) {
      Database.of(component.settings().database()).prepareToOpen();
    }
    Migrator migrator = migrator(component, console);
    return asked
        ? sql.answer((options, out) -> write(migrator, options, out))
        : run(migrator, component.settings().database().toString());
  }

  /** Does it, on {@code database}. */
  abstract Answer run(Migrator migrator, String database);

  /** Writes the SQL that does it. */
  abstract SqlAnswer.Contents write(Migrator migrator, OfflineOptions options, Appendable out)
      throws IOException;
}
