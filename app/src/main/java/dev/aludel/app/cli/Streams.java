package dev.aludel.app.cli;

import static java.util.Objects.requireNonNull;

import java.io.PrintWriter;

/**
 * Where a command speaks.
 *
 * @param out for answers
 * @param err for notes, progress and errors, which come out with nothing that steers a terminal
 * @param colour whether {@code out} understands colours
 */
public record Streams(PrintWriter out, PrintWriter err, Colour colour) {

  /** Whether colours are used. */
  public enum Colour {
    ON,
    OFF
  }

  public Streams {
    requireNonNull(out, "out");
    err = VisibleWriter.around(requireNonNull(err, "err"));
    requireNonNull(colour, "colour");
  }
}
