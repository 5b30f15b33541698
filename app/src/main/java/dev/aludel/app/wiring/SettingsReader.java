package dev.aludel.app.wiring;

import dev.aludel.migrations.author.FileNamePattern;
import dev.aludel.migrations.backup.BackupPolicy;
import dev.aludel.migrations.database.DatabaseUrl;
import dev.aludel.migrations.database.DatabaseUrlException;
import dev.aludel.migrations.database.Surroundings;
import dev.aludel.migrations.run.RunSettings;
import dev.aludel.migrations.run.RunSettings.Transactions;
import dev.aludel.migrations.script.ScriptLocation;
import java.nio.file.InvalidPathException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Finds each setting: in the flags, else the environment, else the settings file, else here. */
final class SettingsReader {
  static final String DEFAULT_URL = "sqlite:///aludel.db";

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
    Optional<GivenSetting> named = outsideTheFile(Setting.URL).or(file::url);
    return new Settings(
        database(named),
        named.isPresent() ? null : noDatabaseNamed(),
        file.elsewhere().orElse(null),
        file.passedOver(),
        scriptLocations(),
        bundled(),
        run(),
        given(Setting.REVISION_TEMPLATE).map(GivenSetting::path).orElse(null),
        given(Setting.FILE_NAME_TEMPLATE)
            .map(GivenSetting::value)
            .orElse(FileNamePattern.DEFAULT.text()));
  }

  private DatabaseUrl database(Optional<GivenSetting> named) {
    Surroundings surroundings =
        new Surroundings(
            environment.variables(),
            given(Setting.PASSWORD_FILE).map(PasswordSetting::read).orElse(null));
    try {
      DatabaseUrl url =
          DatabaseUrl.parse(
              named.map(GivenSetting::value).orElseGet(() -> file.fromThisFolder(DEFAULT_URL)),
              surroundings);
      given(Setting.PASSWORD_FILE).ifPresent(given -> PasswordSetting.refuseWithout(url, given));
      return url;
    } catch (DatabaseUrlException e) {
      throw named.isPresent() ? named.get().refusal(e) : e;
    }
  }

  private String noDatabaseNamed() {
    return "No database is named: --url and %s are not set, and %s."
        .formatted(Setting.URL.variable(), file.silence(Setting.URL));
  }

  private List<ScriptLocation> scriptLocations() {
    if (!flags.scriptLocations().isEmpty()) {
      return flags.scriptLocations().stream().map(this::scriptLocation).toList();
    }
    return variable(Setting.SCRIPT_LOCATION)
        .map(given -> locations(given, ScriptLocations.separatedAsInPath(given.value())))
        .or(
            () ->
                file.given(Setting.SCRIPT_LOCATION)
                    .map(
                        given ->
                            locations(given, ScriptLocations.separatedByCommas(given.value()))))
        .orElse(List.of());
  }

  private ScriptLocation scriptLocation(String name) {
    GivenSetting given =
        new GivenSetting("--script-location", name, environment.workingDirectory());
    return locations(given, name.isBlank() ? List.of() : List.of(name)).get(0);
  }

  private static List<ScriptLocation> locations(GivenSetting given, List<String> names) {
    if (names.isEmpty()) {
      throw given.refusal("it names at least one place of revision scripts, or is left away");
    }
    return names.stream().map(name -> ScriptLocations.named(name, given.folder())).toList();
  }

  private BundledScripts bundled() {
    return given(Setting.BUNDLED)
        .map(SettingsReader::bundled)
        .orElse(BundledScripts.UNLESS_REPLACED);
  }

  private static BundledScripts bundled(GivenSetting given) {
    return switch (given.value()) {
      case "true" -> BundledScripts.ADDED;
      case "false" -> BundledScripts.UNLESS_REPLACED;
      default -> throw given.refusal("it is true or false");
    };
  }

  private RunSettings run() {
    RunSettings standard = RunSettings.DEFAULT;
    return standard
        .withVersionTable(
            given(Setting.VERSION_TABLE)
                .map(SettingsReader::versionTable)
                .orElse(standard.versionTable()))
        .withLockWait(
            given(Setting.LOCK_WAIT).map(GivenSetting::duration).orElse(standard.lockWait()))
        .withLockTimeout(
            given(Setting.LOCK_TIMEOUT)
                .map(SettingsReader::lockTimeout)
                .orElse(standard.lockTimeout()))
        .withTransactions(
            given(Setting.TRANSACTION)
                .map(SettingsReader::transactions)
                .orElse(standard.transactions()))
        .withBackup(given(Setting.BACKUP).map(SettingsReader::backup).orElse(standard.backup()));
  }

  private static String versionTable(GivenSetting given) {
    RunSettings.versionTableFault(given.value())
        .ifPresent(
            fault -> {
              throw given.refusal(fault);
            });
    return given.value();
  }

  private static Duration lockTimeout(GivenSetting given) {
    Duration timeout = given.duration();
    if (timeout.isZero()) {
      throw given.refusal("a lock on a table is waited for from 1ms on");
    }
    return timeout;
  }

  private static Transactions transactions(GivenSetting given) {
    return switch (given.value()) {
      case "per-revision" -> Transactions.ONE_FOR_EACH_REVISION;
      case "all" -> Transactions.ONE_FOR_ALL;
      default -> throw given.refusal("it is per-revision or all");
    };
  }

  private static BackupPolicy backup(GivenSetting given) {
    return switch (given.value()) {
      case "always" -> BackupPolicy.ALWAYS;
      case "auto" -> BackupPolicy.AUTO;
      case "never" -> BackupPolicy.NEVER;
      default -> throw given.refusal("it is always, auto or never");
    };
  }

  private Optional<GivenSetting> given(Setting setting) {
    return outsideTheFile(setting).or(() -> file.given(setting));
  }

  private Optional<GivenSetting> outsideTheFile(Setting setting) {
    return flags
        .value(setting)
        .map(value -> new GivenSetting("--" + setting.key(), value, environment.workingDirectory()))
        .or(() -> variable(setting));
  }

  private Optional<GivenSetting> variable(Setting setting) {
    String name = setting.variable();
    return environment
        .variable(name)
        .map(value -> new GivenSetting(name, value, environment.workingDirectory()));
  }
}
