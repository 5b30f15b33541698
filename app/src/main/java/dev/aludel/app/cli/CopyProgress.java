package dev.aludel.app.cli;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decides what is worth saying of a copying: nothing while it is short, and little afterwards. */
final class CopyProgress {
  private static final Duration FIRST = Duration.ofSeconds(1);
  private static final Duration NEXT = Duration.ofSeconds(5);

  private final Clock clock;
  private @Nullable Instant due;
  private boolean said;

  CopyProgress(Clock clock) {
    this.clock = clock;
  }

  /** What to say of {@code copied} rows out of {@code total}; empty if it is too early. */
  Optional<String> line(String table, long copied, long total) {
    return isWorthSaying(copied, total)
        ? Optional.of(words(table, copied, total))
        : Optional.empty();
  }

  /** What to say of a backup; empty if it is too early, or all is written. */
  Optional<String> backupLine(long copied, long total) {
    return isWorthSaying(copied, total) && copied < total
        ? Optional.of("Backing up: %s of %s ...".formatted(Words.size(copied), Words.size(total)))
        : Optional.empty();
  }

  private boolean isWorthSaying(long copied, long total) {
    Instant now = clock.instant();
    boolean ends = copied >= total;
    if (due == null) {
      due = now.plus(FIRST);
    }
    boolean worthSaying = ends ? said : !now.isBefore(due);
    if (worthSaying) {
      due = now.plus(NEXT);
      said = true;
    }
    if (ends) {
      due = null;
      said = false;
    }
    return worthSaying;
  }

  private static String words(String table, long copied, long total) {
    return copied >= total
        ? String.format(Locale.ROOT, "Copied %s: %,d rows.", table, copied)
        : String.format(Locale.ROOT, "Copying %s: %,d of %,d rows ...", table, copied, total);
  }
}
