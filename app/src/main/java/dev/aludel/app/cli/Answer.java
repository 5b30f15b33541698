package dev.aludel.app.cli;

import dev.aludel.migrations.sql.VisibleText;
import java.util.List;
import picocli.CommandLine.ExitCode;

/** What a command found out or did, for people and for programs. */
interface Answer {

  /** The answer in lines of text, with values in them as they are. */
  List<String> lines(Verbosity verbosity);

  /** The lines as people see them: each is one, and nothing in it steers a terminal. */
  default List<String> text(Verbosity verbosity) {
    return lines(verbosity).stream().map(VisibleText::line).toList();
  }

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
