package dev.aludel.app.wiring;

import dev.aludel.app.wiring.SettingsException.Origin;
import dev.aludel.migrations.revision.MigrationException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A setting as somebody gave it.
 *
 * @param name what it is called where it was given: {@code --lock-wait}, {@code ALUDEL_LOCK_WAIT}
 *     or {@code lock-wait}
 * @param folder where its relative paths begin
 */
record GivenSetting(String name, String value, Path folder) {
  private static final Pattern TIME = Pattern.compile("(\\d{1,9})(ms|s|m|)");

  Path path() {
    return folder.resolve(value).normalize();
  }

  /** A time: {@code 500ms}, {@code 30s}, {@code 2m}, or a number of seconds. */
  Duration duration() {
    Matcher time = TIME.matcher(value);
    if (!time.matches()) {
      throw refusal("it is a time such as 500ms, 30s or 2m; a number alone counts seconds");
    }
    long count = Long.parseLong(time.group(1));
    return switch (time.group(2)) {
      case "ms" -> Duration.ofMillis(count);
      case "m" -> Duration.ofMinutes(count);
      default -> Duration.ofSeconds(count);
    };
  }

  SettingsException refusal(String allowed) {
    return new SettingsException(
        "The setting %s is \"%s\"; %s.".formatted(name, value, allowed), origin());
  }

  /** A refusal in its own words. */
  SettingsException refusal(MigrationException cause) {
    return new SettingsException(String.valueOf(cause.getMessage()), origin(), cause);
  }

  private Origin origin() {
    return name.startsWith("--") ? Origin.COMMAND_LINE : Origin.ELSEWHERE;
  }

  /** Without the value, which may hold a password. */
  @Override
  public String toString() {
    return "GivenSetting[%s]".formatted(name);
  }
}
