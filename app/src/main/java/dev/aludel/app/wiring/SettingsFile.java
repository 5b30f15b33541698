package dev.aludel.app.wiring;

import dev.aludel.app.wiring.SettingsSearch.Found;
import dev.aludel.migrations.file.RegularFile;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The settings file: Java properties in UTF-8. Its relative paths, that of a SQLite database among
 * them, begin at its own folder, so that it means the same from wherever it is used.
 */
final class SettingsFile {
  static final String NAME = "aludel.properties";
  static final String VARIABLE = "ALUDEL_CONFIG";

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private static final Pattern RELATIVE_SQLITE_URL =
      Pattern.compile("(sqlite(?:\\+\\w+)?:///|jdbc:sqlite:(?!file:))([^/:?].*)", Pattern.DOTALL);
  private static final Pattern RELATIVE_SQLITE_URI =
      Pattern.compile("(jdbc:sqlite:file:)(?!.*[?&]mode=memory(?:&|$))([^/:?].*)", Pattern.DOTALL);
  private static final Pattern RELATIVE_FILE_OF_POSTGRES =
      Pattern.compile("(?<=[?&](?:sslrootcert|sslcert|sslkey|passfile|servicefile)=)(?=[^/&])");

  private static final Pattern POSTGRES_URL = Pattern.compile("(jdbc:)?postgres(ql)?(\\+\\w+)?:");

  private final Path file;
  private final Path folder;
  private final Path workingDirectory;
  private final List<Path> passedOver;
  private final Map<String, String> values;

  private SettingsFile(
      Path file,
      Path folder,
      Path workingDirectory,
      List<Path> passedOver,
      Map<String, String> values) {
    this.file = file;
    this.passedOver = passedOver;
    this.folder = folder;
    this.workingDirectory = workingDirectory;
    this.values = values;
  }

  /**
   * The file that is named, which must be there; else the one in the working directory, or in the
   * nearest folder above it, if any.
   */
  static SettingsFile find(Flags flags, Environment environment) {
    Path workingDirectory = environment.workingDirectory();
    Found found =
        flags
            .config()
            .or(() -> environment.variable(VARIABLE).map(Path::of))
            .map(workingDirectory::resolve)
            .map(Path::normalize)
            .map(Found::named)
            .orElseGet(() -> SettingsSearch.from(environment).find());
    Path file = found.file().orElseGet(() -> workingDirectory.resolve(NAME));
    Path folder = Optional.ofNullable(file.getParent()).orElse(workingDirectory);
    Map<String, String> values = found.file().isPresent() ? read(file) : Map.of();
    return new SettingsFile(file, folder, workingDirectory, found.passedOver(), values);
  }

  private static Map<String, String> read(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new SettingsException(
          "Cannot read the settings from %s: %s. Name a file, or leave --config and %s away."
              .formatted(
                  file,
                  Files.exists(file)
                      ? "it is " + RegularFile.otherThan(file).orElse("no file")
                      : "there is no such file",
                  VARIABLE));
    }
    Properties properties = new KeysOnce(file);
    try {
      properties.load(new StringReader(withoutMark(RegularFile.text(file))));
    } catch (CharacterCodingException e) {
      throw unreadable(file, "it is not in UTF-8", e);
    } catch (AccessDeniedException e) {
      throw unreadable(file, "this user may not read it", e);
    } catch (IOException e) {
      throw unreadable(file, String.valueOf(e.getMessage()), e);
    } catch (IllegalArgumentException e) {
      throw unreadable(
          file,
          "behind \"\\u\" four hexadecimal digits are expected; a backslash that means itself is"
              + " written twice",
          e);
    }
    Map<String, String> values = new TreeMap<>();
    properties.stringPropertyNames().forEach(key -> values.put(key, properties.getProperty(key)));
    refuseUnknown(file, values);
    return values;
  }

  // Some editors put it before the first character of a file in UTF-8.
  private static String withoutMark(String text) {
    return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
  }

  private static SettingsException unreadable(Path file, String reason, Exception cause) {
    return new SettingsException(
        "Cannot read the settings from %s: %s. The file holds lines \"key = value\" in UTF-8."
            .formatted(file, reason),
        cause);
  }

  private static void refuseUnknown(Path file, Map<String, String> values) {
    TreeSet<String> unknown = new TreeSet<>(values.keySet());
    Stream.of(Setting.values()).map(Setting::key).forEach(unknown::remove);
    if (!unknown.isEmpty()) {
      throw new SettingsException(
          "Unknown settings in %s: %s. Known are: %s."
              .formatted(file, String.join(", ", unknown), Setting.keys()));
    }
  }

  Optional<GivenSetting> given(Setting setting) {
    return value(setting).map(value -> new GivenSetting(setting.key(), value, folder));
  }

  /** Why it does not say this, as a part of a sentence. */
  String silence(Setting setting) {
    return Files.exists(file)
        ? "%s has no %s".formatted(file, setting.key())
        : "there is no settings file %s".formatted(file);
  }

  private Optional<String> value(Setting setting) {
    return Optional.ofNullable(values.get(setting.key()))
        .map(String::strip)
        .filter(value -> !value.isEmpty());
  }

  /** The file, where it is in another folder than the one that is worked in. */
  Optional<Path> elsewhere() {
    return folder.equals(workingDirectory) ? Optional.empty() : Optional.of(file);
  }

  /** Files on the way to it that may be another user's. */
  List<Path> passedOver() {
    return passedOver;
  }

  Optional<GivenSetting> url() {
    return value(Setting.URL)
        .map(url -> new GivenSetting(Setting.URL.key(), fromThisFolder(url), folder));
  }

  /**
   * A URL as it is meant here. In the working directory it stays as it is written, and so do the
   * messages that show it.
   */
  String fromThisFolder(String url) {
    if (folder.equals(workingDirectory)) {
      return url;
    }
    Matcher path = RELATIVE_SQLITE_URL.matcher(url);
    if (path.matches()) {
      return path.group(1) + folder.resolve(path.group(2));
    }
    String encoded = encoded(folder) + "/";
    Matcher uri = RELATIVE_SQLITE_URI.matcher(url);
    if (uri.matches()) {
      return uri.group(1) + encoded + uri.group(2);
    }
    return POSTGRES_URL.matcher(url).lookingAt()
        ? RELATIVE_FILE_OF_POSTGRES.matcher(url).replaceAll(Matcher.quoteReplacement(encoded))
        : url;
  }

  // What would end a path, or stand for another character, in a URL.
  private static String encoded(Path folder) {
    return folder
        .toString()
        .replace("%", "%25")
        .replace("?", "%3F")
        .replace("#", "%23")
        .replace("&", "%26")
        .replace("+", "%2B");
  }
}
