package dev.aludel.app.cli;

import dev.aludel.app.wiring.AludelComponent;
import dev.aludel.app.wiring.Settings;
import dev.aludel.migrations.Migrator;
import dev.aludel.migrations.database.Database;
import dev.aludel.migrations.database.DatabaseMissingException;
import dev.aludel.migrations.database.DatabaseUrl;
import dev.aludel.migrations.revision.MigrationException;
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
    if (sql.isAsked()) {
      Migrator migrator = migrator(component, console);
      return sql.answer((options, out) -> write(migrator, options, out));
    }
    DatabaseUrl database = component.settings().database();
    Database.of(database).prepareToOpen();
    try {
      Migrator migrator = migrator(component, console);
      refuseTablesOfOthers(component.settings(), migrator);
      return run(migrator, database.toString());
    } catch (DatabaseMissingException e) {
      throw e; // which says all there is to say
    } catch (MigrationException e) {
      throw ended(e, database.toString(), console);
    }
  }

  /** Refuses a database into which nobody meant the revisions, if it brings any there. */
  void refuseTablesOfOthers(Settings settings, Migrator migrator) {}

  /** Does it, on {@code database}. */
  abstract Answer run(Migrator migrator, String database);

  /** Writes the SQL that does it. */
  abstract SqlAnswer.Contents write(Migrator migrator, OfflineOptions options, Appendable out)
      throws IOException;
}
