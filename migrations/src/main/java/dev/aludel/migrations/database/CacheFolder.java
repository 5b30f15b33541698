package dev.aludel.migrations.database;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Where Aludel keeps what it would otherwise make anew at each start: in the folder that the system
 * has for this, or the one that the variable {@code ALUDEL_CACHE} names. All in it can be deleted
 * at any time.
 */
final class CacheFolder {
  static final String VARIABLE = "ALUDEL_CACHE";

  private static final String OFF = "off";
  private static final String NAME = "aludel";

  private CacheFolder() {}

  /**
   * The folder, absolute; it need not exist. Empty if nothing is to be kept, or nobody says where.
   *
   * @param environment the environment variables
   * @param system the operating system, as Java names it
   */
  static Optional<Path> of(Map<String, String> environment, String system) {
    String own = environment.getOrDefault(VARIABLE, "");
    if (!own.isEmpty()) {
      return own.equals(OFF) ? Optional.empty() : absolute(own);
    }
    return ofSystem(environment, system.toLowerCase(Locale.ROOT))
        .map(folder -> folder.resolve(NAME));
  }

  private static Optional<Path> ofSystem(Map<String, String> environment, String system) {
    if (system.startsWith("windows")) {
      return variable(environment, "LOCALAPPDATA");
    }
    Optional<Path> home = variable(environment, "HOME");
    return system.startsWith("mac")
        ? home.map(folder -> folder.resolve("Library").resolve("Caches"))
        : variable(environment, "XDG_CACHE_HOME")
            .or(() -> home.map(path -> path.resolve(".cache")));
  }

  private static Optional<Path> variable(Map<String, String> environment, String name) {
    return absolute(environment.getOrDefault(name, ""));
  }

  private static Optional<Path> absolute(String text) {
    try {
      return Optional.of(Path.of(text)).filter(Path::isAbsolute);
    } catch (InvalidPathException e) {
      return Optional.empty(); // no place of that name can be
    }
  }
}
