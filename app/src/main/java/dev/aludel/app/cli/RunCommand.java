package dev.aludel.app.cli;

import dev.aludel.app.wiring.Setting;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What upgrade and downgrade have in common. */
abstract class RunCommand extends MigratingCommand {
  @Option(
      names = "--transaction",
      order = 40,
      paramLabel = "per-revision|all",
      description = {
        "Whether each revision is a transaction of its own, or the whole run is one.",
        "Variable ALUDEL_TRANSACTION; default per-revision."
      })
  private @Nullable String transaction;

  @Option(
      names = "--backup",
      order = 41,
      paramLabel = "always|auto|never",
      description = {
        "Whether a SQLite file is copied first, to FILE.REVISIONS.TIME.bak beside it. auto does so"
            + " before a downgrade, and before an upgrade that drops a table or a column or"
            + " rebuilds a table.",
        "Variable ALUDEL_BACKUP; default auto."
      })
  private @Nullable String backup;

  RunCommand(AludelCommand aludel) {
    super(aludel);
  }

  @Override
  final Map<Setting, String> ownSettings() {
    Map<Setting, String> settings = new EnumMap<>(Setting.class);
    settings.putAll(super.ownSettings());
    if (transaction != null) {
      settings.put(Setting.TRANSACTION, transaction);
    }
    if (backup != null) {
      settings.put(Setting.BACKUP, backup);
    }
    return settings;
  }
}
