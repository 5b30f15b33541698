package dev.aludel.migrations.script;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.List;

/**
 * A place that holds revision scripts, at any depth: every file whose name ends in {@code .sql}, in
 * letters of either case, unless it, or a folder on the way to it, begins with a dot.
 */
public sealed interface ScriptLocation {

  /** The revisions that come with Aludel. */
  ScriptLocation BUNDLED =
      new OnClasspath("dev/aludel/migrations/revisions", ScriptLocation.class.getClassLoader());

  /**
   * All scripts of this place, their headers read, ordered by path.
   *
   * @throws ScriptException if a header is not right or a file is not UTF-8
   * @throws ScriptLocationException if the place cannot be read
   */
  List<RevisionScript> scripts();

  /** A folder of the file system. */
  record OnDisk(Path folder) implements ScriptLocation {
    public OnDisk {
      requireNonNull(folder, "folder");
    }

    @Override
    public List<RevisionScript> scripts() {
      return DiskScripts.in(folder);
    }
  }

  /**
   * A folder of the class path, in directories and in jars that have an entry for it, as those of
   * Maven and Gradle do.
   *
   * @param folder with {@code /} between its parts, none at its ends
   */
  record OnClasspath(String folder, ClassLoader loader) implements ScriptLocation {
    public OnClasspath {
      requireNonNull(folder, "folder");
      requireNonNull(loader, "loader");
    }

    @Override
    public List<RevisionScript> scripts() {
      return ClasspathScripts.in(folder, loader);
    }
  }
}
