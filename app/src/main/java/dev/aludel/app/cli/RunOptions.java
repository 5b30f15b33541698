package dev.aludel.app.cli;

import dev.aludel.app.wiring.Setting;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How long a command waits for others that use the database. */
final class RunOptions {
  @Option(
      names = "--lock-wait",
      order = 50,
      paramLabel = "TIME",
      description = {
        "How long to wait for another run to end, or for a SQLite file that another program has"
            + " locked: 500ms, 30s, 2m; 0 not at all.",
        "Variable ALUDEL_LOCK_WAIT; default 60s."
      })
  private @Nullable String lockWait;

  @Mixin private final LockTimeoutOption lockTimeout = new LockTimeoutOption();

  /** What these options set. */
  Map<Setting, String> settings() {
    Map<Setting, String> settings = new EnumMap<>(Setting.class);
    settings.putAll(lockTimeout.settings());
    if (lockWait != null) {
      settings.put(Setting.LOCK_WAIT, lockWait);
    }
    return settings;
  }
}
