package dev.aludel.migrations.author;

import dev.aludel.migrations.revision.Listing;
import dev.aludel.migrations.revision.RevisionId;
import dev.aludel.migrations.script.ScriptDirectory;
import dev.aludel.migrations.script.ScriptLocation;
import dev.aludel.migrations.script.ScriptLocation.OnDisk;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where a new script goes.
 *
 * @param location the script location that it belongs to
 * @param folder the folder itself, in or below the location; may not exist yet
 */
record Destination(Path location, Path folder) {

  /**
   * The folder that is wanted, or else that of the first parent with a file of its own, or else the
   * only script location.
   */
  static Destination of(
      ScriptDirectory scripts, Optional<Path> wanted, Collection<RevisionId> parents) {
    List<Path> locations = scripts.locations().stream().flatMap(Destination::onDisk).toList();
    if (locations.isEmpty()) {
      throw new AuthorException(
          "Cannot write a revision: all scripts here are on the class path, which is only read. Make a folder for yours with \"init DIR\" and work in it, where aludel.properties names its revisions, or name them with --script-location.");
    }
    Path folder =
        wanted.or(() -> besideParent(scripts, parents)).orElseGet(() -> onlyOne(locations));
    return locations.stream()
        .filter(location -> absolute(folder).startsWith(absolute(location)))
        .max(Comparator.comparing(location -> absolute(location).getNameCount()))
        .map(location -> new Destination(location, folder))
        .orElseThrow(() -> outside(folder, locations));
  }

  private static Stream<Path> onDisk(ScriptLocation location) {
    return location instanceof OnDisk onDisk ? Stream.of(onDisk.folder()) : Stream.empty();
  }

  private static Optional<Path> besideParent(
      ScriptDirectory scripts, Collection<RevisionId> parents) {
    return parents.stream()
        .flatMap(parent -> scripts.script(parent).file().stream())
        .findFirst()
        .map(Path::getParent);
  }

  private static Path onlyOne(List<Path> locations) {
    if (locations.size() > 1) {
      throw new AuthorException(
          "Cannot choose where the revision goes: there are %d script locations, %s. Name one with --version-path."
              .formatted(locations.size(), Listing.and(locations)));
    }
    return locations.get(0);
  }

  private static AuthorException outside(Path folder, List<Path> locations) {
    return new AuthorException(
        "Cannot write a revision into %s: no command would find it there. Name a folder in or below %s, or make it a script location."
            .formatted(folder, Listing.or(locations)));
  }

  private static Path absolute(Path path) {
    return path.toAbsolutePath().normalize();
  }

  Path file(String name) {
    return folder.resolve(name);
  }

  /** The template that the location has under this name for its own scripts. */
  Optional<Path> template(String name) {
    return Optional.of(location.resolve(name)).filter(Files::exists);
  }
}
