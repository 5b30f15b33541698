package dev.aludel.app.cli;

import java.util.List;
import picocli.CommandLine.ExitCode;

/** What a command found out or did, for people and for programs. */
interface Answer {

  /** The answer in lines of text. */
  List<String> lines(Verbosity verbosity);

  /** The answer as one JSON value, always with all that is known. */
  JsonObject json();

  /** What was done, in sentences; none where somebody only looked. */
  default List<String> done() {
    return List.of();
  }

  /** The exit code of the command: 0 unless the answer itself is bad news. */
  default int exitCode() {
    return ExitCode.OK;
  }
}
