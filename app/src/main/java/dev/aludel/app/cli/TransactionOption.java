package dev.aludel.app.cli;

import dev.aludel.app.wiring.Setting;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How many transactions a run of revisions has. */
final class TransactionOption {
  @Option(
      names = "--transaction",
      order = 40,
      paramLabel = "per-revision|all",
      description = {
        "Whether each revision is a transaction of its own, or the whole run is one.",
        "Variable ALUDEL_TRANSACTION; default per-revision."
      })
  private @Nullable String transaction;

  /** What this option sets. */
  Map<Setting, String> settings() {
    return transaction == null ? Map.of() : Map.of(Setting.TRANSACTION, transaction);
  }
}
