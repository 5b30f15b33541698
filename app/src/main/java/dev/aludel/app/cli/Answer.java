package dev.aludel.app.cli;

import java.util.List;

/** What a command found out or did, for people and for programs. */
interface Answer {

  /** The answer in lines of text. */
  List<String> lines(Verbosity verbosity);

  /** The answer as one JSON value, always with all that is known. */
  JsonObject json();
}
