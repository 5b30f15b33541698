package dev.aludel.app.wiring;

import dev.aludel.migrations.database.DatabaseUrl;
import java.io.File;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds each setting: in the flags, else the environment, else the settings file, else here. */
final class SettingsReader {
  static final String DEFAULT_URL = "sqlite:///aludel.db";
  static final String DEFAULT_VERSION_TABLE = "alembic_version";

  private final Flags flags;
  private final Environment environment;
  private final SettingsFile file;

  private SettingsReader(Flags flags, Environment environment, SettingsFile file) {
    this.flags = flags;
    this.environment = environment;
    this.file = file;
  }

  static Settings read(Flags flags, Environment environment) {
    try {
      return new SettingsReader(flags, environment, SettingsFile.find(flags, environment)).read();
    } catch (InvalidPathException e) {
      throw new SettingsException(
          "\"%s\" is no path: %s.".formatted(e.getInput(), e.getReason()), e);
    }
  }

  private Settings read() {
    String url = flags.url().or(() -> variable(Setting.URL)).or(file::url).orElse(DEFAULT_URL);
    String versionTable =
        flags
            .versionTable()
            .or(() -> variable(Setting.VERSION_TABLE))
            .or(() -> file.value(Setting.VERSION_TABLE))
            .orElse(DEFAULT_VERSION_TABLE);
    return new Settings(url, DatabaseUrl.parse(url), scriptLocations(), bundled(), versionTable);
  }

  private List<Path> scriptLocations() {
    if (!flags.scriptLocations().isEmpty()) {
      return flags.scriptLocations().stream().map(this::absolute).toList();
    }
    return variable(Setting.SCRIPT_LOCATION)
        .map(
            paths ->
                Stream.of(paths.split(Pattern.quote(File.pathSeparator)))
                    .map(path -> absolute(Path.of(path)))
                    .toList())
        .orElseGet(file::scriptLocations);
  }

  private Path absolute(Path path) {
    return environment.workingDirectory().resolve(path).normalize();
  }

  private BundledScripts bundled() {
    if (flags.bundled() == BundledScripts.ADDED) {
      return BundledScripts.ADDED;
    }
    return variable(Setting.BUNDLED)
        .map(value -> bundled(Setting.BUNDLED.variable(), value))
        .or(() -> file.value(Setting.BUNDLED).map(value -> bundled(Setting.BUNDLED.key(), value)))
        .orElse(BundledScripts.UNLESS_REPLACED);
  }

  private static BundledScripts bundled(String name, String value) {
    return switch (value) {
      case "true" -> BundledScripts.ADDED;
      case "false" -> BundledScripts.UNLESS_REPLACED;
      default ->
          throw new SettingsException(
              "The setting %s is \"%s\"; it is true or false.".formatted(name, value));
    };
  }

  private Optional<String> variable(Setting setting) {
    return environment.variable(setting.variable());
  }
}
