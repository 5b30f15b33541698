package dev.aludel.app.wiring;

import dev.aludel.migrations.script.ScriptLocation;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How places of revision scripts are named: by a folder, or {@code classpath:FOLDER}. */
final class ScriptLocations {
  private static final String CLASS_PATH = "classpath:";

  // On most systems a colon separates paths, and the one of "classpath:" separates none.
  private static final Pattern SEPARATOR =
      Pattern.compile("(?<!(?:^|%1$s)classpath)%1$s".formatted(Pattern.quote(File.pathSeparator)));

  private ScriptLocations() {}

  /** Several in one variable, separated as in {@code PATH}. */
  static List<String> separatedAsInPath(String text) {
    return Stream.of(SEPARATOR.split(text)).filter(location -> !location.isEmpty()).toList();
  }

  static List<String> separatedByCommas(String text) {
    return Stream.of(text.split(","))
        .map(String::strip)
        .filter(location -> !location.isEmpty())
        .toList();
  }

  /**
   * The place of this name.
   *
   * @param folder where a relative path begins
   */
  static ScriptLocation named(String name, Path folder) {
    if (name.startsWith(CLASS_PATH)) {
      return new ScriptLocation.OnClasspath(
          name.substring(CLASS_PATH.length()).replaceAll("^/+|/+$", ""),
          ScriptLocations.class.getClassLoader());
    }
    return new ScriptLocation.OnDisk(folder.resolve(name).normalize());
  }

  /** How a place is named. */
  static String name(ScriptLocation location) {
    return location instanceof ScriptLocation.OnClasspath onClasspath
        ? CLASS_PATH + onClasspath.folder()
        : ((ScriptLocation.OnDisk) location).folder().toString();
  }
}
