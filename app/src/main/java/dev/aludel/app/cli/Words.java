package dev.aludel.app.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/** Small phrases of answers. */
final class Words {
  private static final Duration IN_SECONDS = Duration.ofSeconds(10);

  private static final List<String> UNITS = List.of("kB", "MB", "GB", "TB");

  private static final DateTimeFormatter MILLISECONDS =
      new DateTimeFormatterBuilder().appendInstant(3).toFormatter(Locale.ROOT);

  private Words() {}

  /** {@code 1 revision}, {@code 2 revisions}. */
  static String count(long count, String noun) {
    return count == 1 ? "1 " + noun : "%d %ss".formatted(count, noun);
  }

  /** {@code 12 ms}; from ten seconds on {@code 12.3 s}. */
  static String time(Duration time) {
    return time.compareTo(IN_SECONDS) < 0
        ? time.toMillis() + " ms"
        : String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
  }

  /** A file and how large it is. */
  static String file(Path file) {
    return "%s (%s)".formatted(file, size(file.toFile().length()));
  }

  /** {@code 12.3 kB}, and so on in steps of a thousand. */
  static String size(long bytes) {
    double shown = bytes / 1000.0;
    int unit = 0;
    while (shown >= 1000 && unit < UNITS.size() - 1) {
      shown /= 1000;
      unit++;
    }
    return String.format(Locale.ROOT, "%.1f %s", shown, UNITS.get(unit));
  }

  /** A time in UTC, always with three digits of a second's fraction. */
  static String instant(Instant instant) {
    return MILLISECONDS.format(instant);
  }

  /** Version rows as one says them. */
  static String rows(Collection<String> rows) {
    return rows.isEmpty() ? "base" : String.join(", ", new TreeSet<>(rows));
  }
}
