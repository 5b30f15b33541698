package dev.aludel.app.cli;

import static java.util.Objects.requireNonNull;

import java.io.PrintWriter;

/**
 * Where a command speaks.
 *
 * @param out for answers
 * @param err for notes, progress and errors, which come out with nothing that steers a terminal
 * @param colour whether {@code out} understands colours
 * @param reader who reads {@code err}
 */
public record Streams(PrintWriter out, PrintWriter err, Colour colour, Reader reader) {

  /** Who reads what is told on the way. */
  public enum Reader {
    /** Somebody at a terminal, who waits. */
    WATCHES,
    /** A file or a program. */
    READS_LATER
  }

  /** Streams that nobody watches. */
  public Streams(PrintWriter out, PrintWriter err, Colour colour) {
    this(out, err, colour, Reader.READS_LATER);
  }

  /** Whether colours are used. */
  public enum Colour {
    ON,
    OFF
  }

  public Streams {
    requireNonNull(out, "out");
    err = VisibleWriter.around(requireNonNull(err, "err"));
    requireNonNull(colour, "colour");
    requireNonNull(reader, "reader");
  }
}
