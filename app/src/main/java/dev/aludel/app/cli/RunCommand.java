package dev.aludel.app.cli;

import dev.aludel.app.wiring.Setting;
import java.util.EnumMap;
import java.util.Map;
import picocli.CommandLine.Mixin;

/** What upgrade and downgrade have in common. */
abstract class RunCommand extends MigratingCommand {
  @Mixin private final TransactionOption transaction = new TransactionOption();

  @Mixin private final BackupOption backup = new BackupOption();

  RunCommand(AludelCommand aludel) {
    super(aludel);
  }

  @Override
  final Map<Setting, String> ownSettings() {
    Map<Setting, String> settings = new EnumMap<>(Setting.class);
    settings.putAll(super.ownSettings());
    settings.putAll(transaction.settings());
    settings.putAll(backup.settings());
    return settings;
  }
}
