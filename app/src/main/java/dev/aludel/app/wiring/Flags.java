package dev.aludel.app.wiring;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The settings that a command line gives itself. What it leaves out comes from elsewhere.
 *
 * @param configOrNull the settings file
 * @param scriptLocations places of revision scripts; empty when none is given
 * @param values all other settings that are given, as they are given
 */
public record Flags(
    @Nullable Path configOrNull, List<String> scriptLocations, Map<Setting, String> values) {

  /** A command line that gives no setting. */
  public static final Flags NONE = new Flags(null, List.of(), Map.of());

  public Flags {
    scriptLocations = List.copyOf(scriptLocations);
    values = Map.copyOf(values);
  }

  Optional<Path> config() {
    return Optional.ofNullable(configOrNull);
  }

  Optional<String> value(Setting setting) {
    return Optional.ofNullable(values.get(setting));
  }

  /** Without the URL, which may hold a password. */
  @Override
  public String toString() {
    Map<Setting, String> shown = new TreeMap<>(values);
    shown.remove(Setting.URL);
    return "Flags[config=%s, scriptLocations=%s, values=%s]"
        .formatted(configOrNull, scriptLocations, shown);
  }
}
