package dev.aludel.migrations.database;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What completes a URL of PostgreSQL, as psql has it: the variables of the environment, the home
 * folder, and a password that is not in the URL.
 *
 * @param variables the environment variables
 * @param passwordOrNull a password that was given beside the URL
 */
public record Surroundings(Map<String, String> variables, @Nullable String passwordOrNull) {

  /** Nothing: the URL says all. */
  public static final Surroundings NONE = new Surroundings(Map.of(), null);

  public Surroundings {
    variables = Map.copyOf(variables);
  }

  /** Those of this process. */
  public static Surroundings ofProcess() {
    Map<String, String> variables = new HashMap<>(System.getenv());
    variables.putIfAbsent("HOME", System.getProperty("user.home", ""));
    return new Surroundings(variables, null);
  }

  Optional<String> password() {
    return Optional.ofNullable(passwordOrNull);
  }

  /** A variable's value; absent too when it is set to nothing. */
  Optional<String> variable(String name) {
    return Optional.ofNullable(variables.get(name)).filter(value -> !value.isEmpty());
  }

  /**
   * A file of the user: {@code unix} in the home folder, on Windows {@code windows} in PostgreSQL's
   * folder.
   */
  Optional<Path> userFile(String unix, String windows) {
    if (System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows")) {
      return variable("APPDATA").map(folder -> Path.of(folder, "postgresql", windows));
    }
    return variable("HOME").map(folder -> Path.of(folder, unix));
  }

  /** Without the password, and without the variables, of which one may be a password. */
  @Override
  public String toString() {
    return "Surroundings";
  }
}
