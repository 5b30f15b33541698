package dev.aludel.app.cli;

/** A command that can do without picocli. It requires no arguments. */
interface PlainCommand {

  /**
   * Takes the argument that is next, and its value if it has one, as picocli would.
   *
   * @return false if that is left to picocli
   */
  boolean take(PlainArguments arguments);
}
