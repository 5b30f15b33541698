package dev.aludel.app.wiring;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The settings that a command line gives itself. What it leaves out comes from elsewhere.
 *
 * @param urlOrNull the database
 * @param configOrNull the settings file
 * @param scriptLocations folders of revision scripts; empty when none is given
 * @param versionTableOrNull the version table's name
 */
public record Flags(
    @Nullable String urlOrNull,
    @Nullable Path configOrNull,
    List<Path> scriptLocations,
    BundledScripts bundled,
    @Nullable String versionTableOrNull) {

  /** A command line that gives no setting. */
  public static final Flags NONE =
      new Flags(null, null, List.of(), BundledScripts.UNLESS_REPLACED, null);

  public Flags {
    scriptLocations = List.copyOf(scriptLocations);
    requireNonNull(bundled, "bundled");
  }

  Optional<String> url() {
    return Optional.ofNullable(urlOrNull);
  }

  Optional<Path> config() {
    return Optional.ofNullable(configOrNull);
  }

  Optional<String> versionTable() {
    return Optional.ofNullable(versionTableOrNull);
  }

  /** Without the URL, which may hold a password. */
  @Override
  public String toString() {
    return "Flags[config=%s, scriptLocations=%s, bundled=%s, versionTable=%s]"
        .formatted(configOrNull, scriptLocations, bundled, versionTableOrNull);
  }
}
