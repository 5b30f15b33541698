package dev.aludel.app.editor;

import dev.aludel.app.wiring.Environment;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The editor that {@code VISUAL} names, or else {@code EDITOR}, with its own arguments. It is
 * started without a shell, on the terminal of this process.
 *
 * @param command the program and its arguments, one at least
 * @param variable where it was named
 */
public record Editor(List<String> command, String variable, Path workingDirectory) {
  private static final List<String> VARIABLES = List.of("VISUAL", "EDITOR");

  public Editor {
    command = List.copyOf(command);
  }

  /**
   * The editor of this environment.
   *
   * @throws EditorException if none is named
   */
  public static Editor of(Environment environment) {
    return VARIABLES.stream()
        .flatMap(variable -> named(variable, environment).stream())
        .findFirst()
        .orElseThrow(
            () ->
                new EditorException(
                    "Cannot edit: neither VISUAL nor EDITOR is set. Set one to your editor, as in EDITOR=vi, or EDITOR=\"code -w\"."));
  }

  private static Optional<Editor> named(String variable, Environment environment) {
    return Stream.ofNullable(environment.variables().get(variable))
        .map(command -> CommandWords.of(variable, command))
        .filter(command -> !command.isEmpty())
        .map(command -> new Editor(command, variable, environment.workingDirectory()))
        .findFirst();
  }

  /**
   * Opens {@code file}, and returns when the editor has ended.
   *
   * @throws EditorException if it cannot be started, or ends with a code that is not 0
   */
  public void open(Path file) {
    List<String> words = new ArrayList<>(command);
    words.add(file.toString());
    try {
      Process process =
          new ProcessBuilder(words).directory(workingDirectory.toFile()).inheritIO().start();
      refuseFailure(file, process.waitFor());
    } catch (IOException e) {
      throw new EditorException(
          "Cannot edit %s: the editor \"%s\" cannot be started. Correct %s."
              .formatted(file, shown(), variable),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EditorException(
          "Interrupted while the editor \"%s\" had %s open.".formatted(shown(), file), e);
    }
  }

  private void refuseFailure(Path file, int exitCode) {
    if (exitCode != 0) {
      throw new EditorException(
          "The editor \"%s\" failed with exit code %d; see whether %s is as you want it."
              .formatted(shown(), exitCode, file));
    }
  }

  private String shown() {
    return String.join(" ", command);
  }
}
