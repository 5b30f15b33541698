package dev.aludel.app.cli;

import dev.aludel.app.wiring.AludelComponent;
import dev.aludel.app.wiring.Settings;
import dev.aludel.migrations.run.MigrationListener;
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

  DemoCommand(AludelCommand aludel) {
    super(aludel);
  }

  @Override
  MigrationListener listener(Console console) {
    return new RunListener(console, environment().clock(), processEnd());
  }

  @Override
  Answer answer(AludelComponent component, Console console) {
    Settings settings = component.settings();
    settings.requireBundled(
        "Cannot show the demo", "aludel demo --bundled --url sqlite:///demo.db");
    settings.refuseTablesOfOthers(
        "Cannot show the demo in", () -> component.migrator().tablesOfOthers());
    return new DemoAnswer(settings.database().toString(), component.demo().run());
  }
}
