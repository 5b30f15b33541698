package dev.aludel.app.wiring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Looks for the settings file where none is named: in the working directory, then in the folders
 * above it, up to the first that holds {@code .git} and never above the home folder. Above the
 * working directory only a file of this user or of root counts: another's would say what is run
 * here.
 */
final class SettingsSearch {
  private static final String ROOT = "root";

  private final Path workingDirectory;
  private final @Nullable Path home;
  private final String user;

  private SettingsSearch(Path workingDirectory, @Nullable Path home, String user) {
    this.workingDirectory = workingDirectory;
    this.home = home;
    this.user = user;
  }

  static SettingsSearch from(Environment environment) {
    return new SettingsSearch(
        environment.workingDirectory(),
        environment.variable("HOME").map(Path::of).orElse(null),
        environment.user());
  }

  Optional<Path> find() {
    Path own = workingDirectory.resolve(SettingsFile.NAME);
    if (Files.exists(own)) {
      return Optional.of(own);
    }
    Path folder = workingDirectory;
    Path above = folder.getParent();
    while (above != null && !isLast(folder)) {
      Path file = above.resolve(SettingsFile.NAME);
      if (Files.isRegularFile(file) && isTrusted(file)) {
        return Optional.of(file);
      }
      folder = above;
      above = folder.getParent();
    }
    return Optional.empty();
  }

  private boolean isLast(Path folder) {
    return folder.equals(home)
        || (home != null && home.startsWith(folder))
        || Files.exists(folder.resolve(".git"));
  }

  // Where the system does not tell whose a file is, it counts for another's.
  private boolean isTrusted(Path file) {
    try {
      String owner = Files.getOwner(file).getName();
      return owner.equals(user) || owner.equals(ROOT);
    } catch (IOException | UnsupportedOperationException e) {
      return false;
    }
  }
}
