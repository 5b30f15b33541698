package dev.aludel.app.cli;

import dev.aludel.app.wiring.AludelComponent;
import dev.aludel.app.wiring.Settings;
import dev.aludel.migrations.revision.MigrationException;
import dev.aludel.migrations.run.MigrationListener;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

/** {@code aludel demo}. */
@Command(
    name = "demo",
    description = {
      "Upgrades the database to its heads, stores a conversation in it, and reads it back page by"
          + " page.",
      "Each run adds a session of its own, of the user \"demo\". With -v it shows each SQL text."
    },
    footer = {"", "Example:", "  aludel demo --url sqlite:///demo.db"})
final class DemoCommand extends Subcommand {
  private @Nullable RunListener heard;

  DemoCommand(AludelCommand aludel) {
    super(aludel);
  }

  @Override
  MigrationListener listener(Console console) {
    heard = new RunListener(console, environment().clock(), processEnd());
    return heard;
  }

  @Override
  Answer answer(AludelComponent component, Console console) {
    Settings settings = component.settings();
    settings.requireBundled(
        "Cannot show the demo", "aludel demo --bundled --url sqlite:///demo.db");
    settings.refuseTablesOfOthers(
        "Cannot show the demo in", () -> component.migrator().tablesOfOthers());
    String database = settings.database().toString();
    try {
      return new DemoAnswer(database, component.demo().run());
    } catch (MigrationException e) {
      throw heard == null ? e : heard.ended(e, database);
    }
  }
}
