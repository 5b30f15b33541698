package dev.aludel.app.cli;

/** How much is said beside the answer. */
enum Verbosity {
  /** Nothing. */
  QUIET,
  /** Notes. */
  NORMAL,
  /** Notes, progress, and answers with all that is known. */
  VERBOSE
}
