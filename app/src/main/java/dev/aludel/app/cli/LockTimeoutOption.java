package dev.aludel.app.cli;

import dev.aludel.app.wiring.Setting;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How long a command waits for a table or a file that somebody else has locked. */
final class LockTimeoutOption {
  @Option(
      names = "--lock-timeout",
      order = 51,
      paramLabel = "TIME",
      description = {
        "How long a statement waits for a lock on a table, on PostgreSQL; on SQLite how long to wait"
            + " for a locked file before looking into it.",
        "Variable ALUDEL_LOCK_TIMEOUT; default 5s."
      })
  private @Nullable String lockTimeout;

  /** What this option sets. */
  Map<Setting, String> settings() {
    return lockTimeout == null ? Map.of() : Map.of(Setting.LOCK_TIMEOUT, lockTimeout);
  }
}
