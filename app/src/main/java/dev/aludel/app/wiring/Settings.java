package dev.aludel.app.wiring;

import static java.util.Objects.requireNonNull;

import dev.aludel.migrations.database.DatabaseUrl;
import java.nio.file.Path;
import java.util.List;

/**
 * Everything that is set, defaults included.
 *
 * @param url the database as it was given, the password included: for drivers, never for people
 * @param database the same, fit to be shown
 * @param scriptLocations absolute folders of revision scripts
 * @param bundled whether the bundled scripts count; they always do when there are no others
 */
public record Settings(
    String url,
    DatabaseUrl database,
    List<Path> scriptLocations,
    BundledScripts bundled,
    String versionTable) {
  public Settings {
    requireNonNull(url, "url");
    requireNonNull(database, "database");
    scriptLocations = List.copyOf(scriptLocations);
    requireNonNull(bundled, "bundled");
    requireNonNull(versionTable, "versionTable");
  }

  /** Whether the revisions that come with Aludel are used. */
  boolean usesBundled() {
    return scriptLocations.isEmpty() || bundled == BundledScripts.ADDED;
  }

  /** Without the URL as it was given. */
  @Override
  public String toString() {
    return "Settings[database=%s, scriptLocations=%s, bundled=%s, versionTable=%s]"
        .formatted(database, scriptLocations, bundled, versionTable);
  }
}
