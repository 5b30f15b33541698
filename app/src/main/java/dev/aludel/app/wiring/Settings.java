package dev.aludel.app.wiring;

import static java.util.Objects.requireNonNull;

import dev.aludel.migrations.database.DatabaseUrl;
import dev.aludel.migrations.run.RunSettings;
import dev.aludel.migrations.script.ScriptLocation;
import dev.aludel.migrations.script.ScriptLocation.OnDisk;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is set, defaults included.
 *
 * @param database the database, completed by the environment
 * @param whyThisDatabaseOrNull where nobody named a database, as a sentence: it is the default;
 *     null if one was named
 * @param fileElsewhereOrNull the settings file, if it is not in the working directory
 * @param passedOver files of settings on the way to that one which another user could have written
 * @param scriptLocations where revision scripts are; folders are absolute
 * @param bundled whether the bundled scripts count; they always do when there are no others
 * @param run how revisions are run, as far as it is set
 * @param revisionTemplateOrNull the user's template for new revisions, absolute; null for the one
 *     of their script location, or ours
 * @param fileNameTemplate the pattern for the names of new scripts; not looked at yet
 */
public record Settings(
    DatabaseUrl database,
    @Nullable String whyThisDatabaseOrNull,
    @Nullable Path fileElsewhereOrNull,
    List<Path> passedOver,
    List<ScriptLocation> scriptLocations,
    BundledScripts bundled,
    RunSettings run,
    @Nullable Path revisionTemplateOrNull,
    String fileNameTemplate) {
  private static final int SHOWN_TABLES = 10;

  public Settings {
    requireNonNull(database, "database");
    passedOver = List.copyOf(passedOver);
    scriptLocations = List.copyOf(scriptLocations);
    requireNonNull(bundled, "bundled");
    requireNonNull(run, "run");
    requireNonNull(fileNameTemplate, "fileNameTemplate");
  }

  /** Where one could have named a database, as a sentence; empty if one was named. */
  public Optional<String> whyThisDatabase() {
    return Optional.ofNullable(whyThisDatabaseOrNull);
  }

  /** The settings file, if it is not in the working directory. */
  public Optional<Path> fileElsewhere() {
    return Optional.ofNullable(fileElsewhereOrNull);
  }

  /** The version table's name. */
  public String versionTable() {
    return run.versionTable();
  }

  /** The user's template for new revisions. */
  public Optional<Path> revisionTemplate() {
    return Optional.ofNullable(revisionTemplateOrNull);
  }

  /** Where revision scripts are, as one names it: by folders, {@code classpath:FOLDER}. */
  public List<String> scriptLocationNames() {
    return scriptLocations.stream().map(ScriptLocations::name).toList();
  }

  /** Those script locations that are folders, absolute. */
  List<Path> scriptFolders() {
    return scriptLocations.stream()
        .flatMap(
            location ->
                location instanceof OnDisk onDisk ? Stream.of(onDisk.folder()) : Stream.empty())
        .toList();
  }

  /** Whether the revisions that come with Aludel are used. */
  boolean usesBundled() {
    return scriptLocations.isEmpty() || bundled == BundledScripts.ADDED;
  }

  /**
   * Refuses scripts among which those that come with Aludel are not.
   *
   * @param intent how the message begins
   * @param command what to run instead
   * @throws SettingsException if they are not
   */
  public void requireBundled(String intent, String command) {
    if (!usesBundled()) {
      throw new SettingsException(
          "%s: it needs the tables of the bundled revisions, and the scripts here are those of %s alone. Add the bundled ones, and take a database of its own: \"%s\". Nothing was changed."
              .formatted(intent, String.join(", ", scriptLocationNames()), command));
    }
  }

  /**
   * Refuses to bring the revisions that come with Aludel into a database of somebody else, where
   * nobody asked for them: they are only what is left when no scripts are named.
   *
   * @param intent how the message begins
   * @param tables those that somebody else made in a database at no revision
   * @throws SettingsException if there are some
   */
  public void refuseTablesOfOthers(String intent, Supplier<List<String>> tables) {
    if (!scriptLocations.isEmpty() || bundled == BundledScripts.ADDED) {
      return;
    }
    List<String> found = tables.get();
    if (!found.isEmpty()) {
      throw new SettingsException(
          "%s %s: it is at no revision and holds tables that Aludel did not make (%s), and nothing says that the revisions which come with Aludel belong there. Name your own scripts with --script-location DIR, or say --bundled if these are meant. Nothing was changed."
              .formatted(intent, database, shown(found)));
    }
  }

  private static String shown(List<String> tables) {
    String first = String.join(", ", tables.subList(0, Math.min(SHOWN_TABLES, tables.size())));
    return tables.size() > SHOWN_TABLES
        ? "%s and %d more".formatted(first, tables.size() - SHOWN_TABLES)
        : first;
  }

  /** Without the URL as it was given. */
  @Override
  public String toString() {
    return "Settings[database=%s, scriptLocations=%s, bundled=%s, versionTable=%s]"
        .formatted(database, scriptLocations, bundled, versionTable());
  }
}
