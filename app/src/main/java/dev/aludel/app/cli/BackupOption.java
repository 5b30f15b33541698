package dev.aludel.app.cli;

import dev.aludel.app.wiring.Setting;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Whether a run begins with a backup. */
final class BackupOption {
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

  /** What this option sets. */
  Map<Setting, String> settings() {
    return backup == null ? Map.of() : Map.of(Setting.BACKUP, backup);
  }
}
