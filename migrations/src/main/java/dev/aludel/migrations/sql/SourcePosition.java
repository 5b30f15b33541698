package dev.aludel.migrations.sql;

/**
 * A place in a script.
 *
 * @param source the script's name for people
 * @param line from 1; {@code \n}, {@code \r\n} and {@code \r} each end a line
 * @param column from 1, in code points
 */
public record SourcePosition(String source, int line, int column) {

  /** {@code source:line:column}. */
  @Override
  public String toString() {
    return source + ":" + line + ":" + column;
  }
}
