package dev.aludel.app.cli;

import dev.aludel.app.wiring.Setting;
import dev.aludel.migrations.run.MigrationListener;
import java.util.Map;
import picocli.CommandLine.Mixin;

/** What all commands have in common that write into the version table, one at a time. */
abstract class LockingCommand extends Subcommand {
  @Mixin private final RunOptions runOptions = new RunOptions();

  LockingCommand(AludelCommand aludel) {
    super(aludel);
  }

  @Override
  Map<Setting, String> ownSettings() {
    return runOptions.settings();
  }

  @Override
  final MigrationListener listener(Console console) {
    return new RunListener(console, environment().clock());
  }
}
