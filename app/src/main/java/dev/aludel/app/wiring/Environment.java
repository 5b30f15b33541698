package dev.aludel.app.wiring;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/**
 * What surrounds a run of the command line.
 *
 * @param variables the environment variables
 * @param workingDirectory absolute; relative paths of flags and variables begin here
 * @param clock what durations and new rows are dated with
 */
public record Environment(Map<String, String> variables, Path workingDirectory, Clock clock) {
  public Environment {
    variables = Map.copyOf(variables);
    requireNonNull(workingDirectory, "workingDirectory");
    requireNonNull(clock, "clock");
  }

  /** Who runs it, as files tell their owner. */
  String user() {
    return System.getProperty("user.name", "");
  }

  /** A variable's value; absent too when it is set to nothing, as in {@code NAME= command}. */
  Optional<String> variable(String name) {
    return Optional.ofNullable(variables.get(name)).filter(value -> !value.isEmpty());
  }
}
