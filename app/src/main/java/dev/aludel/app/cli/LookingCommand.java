package dev.aludel.app.cli;

import dev.aludel.app.wiring.Setting;
import java.util.Map;
import picocli.CommandLine.Mixin;

/** What all commands have in common that look into the database, and change nothing. */
abstract class LookingCommand extends Subcommand {
  @Mixin private final LockTimeoutOption lockTimeout = new LockTimeoutOption();

  LookingCommand(AludelCommand aludel) {
    super(aludel);
  }

  @Override
  final Map<Setting, String> ownSettings() {
    return lockTimeout.settings();
  }
}
