package dev.aludel.app.wiring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.List;
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
        environment
            .variable("HOME")
            .or(() -> Optional.ofNullable(System.getProperty("user.home")))
            .map(Path::of)
            .map(SettingsSearch::real)
            .orElse(null),
        environment.user());
  }

  // As the working directory, which the system tells without links.
  private static Path real(Path folder) {
    try {
      return folder.toRealPath();
    } catch (IOException e) {
      return folder.toAbsolutePath().normalize();
    }
  }

  /**
   * What the search has found.
   *
   * @param passedOver files that may be another user's, on the way to it
   */
  record Found(Optional<Path> file, List<Path> passedOver) {
    static Found named(Path file) {
      return new Found(Optional.of(file), List.of());
    }
  }

  Found find() {
    Path own = workingDirectory.resolve(SettingsFile.NAME);
    if (Files.exists(own)) {
      return Found.named(own);
    }
    List<Path> passedOver = new ArrayList<>();
    Path folder = workingDirectory;
    Path above = folder.getParent();
    while (above != null && !isLast(folder)) {
      Path file = above.resolve(SettingsFile.NAME);
      if (Files.isRegularFile(file)) {
        if (isTrusted(file)) {
          return new Found(Optional.of(file), passedOver);
        }
        passedOver.add(file);
      }
      folder = above;
      above = folder.getParent();
    }
    return new Found(Optional.empty(), passedOver);
  }

  private boolean isLast(Path folder) {
    return (home != null && home.startsWith(real(folder))) || Files.exists(folder.resolve(".git"));
  }

  // Another's link to a file of this user says what is run here, too. Where the system does not
  // tell whose a file is, it counts for another's.
  private boolean isTrusted(Path file) {
    try {
      return isOwn(Files.getOwner(file, LinkOption.NOFOLLOW_LINKS)) && isOwn(Files.getOwner(file));
    } catch (IOException | UnsupportedOperationException e) {
      return false;
    }
  }

  private boolean isOwn(UserPrincipal owner) {
    return owner.getName().equals(user) || owner.getName().equals(ROOT);
  }
}
