package dev.aludel.app;

import dev.aludel.app.cli.AludelCommandLine;
import dev.aludel.app.cli.ProcessEnd;
import dev.aludel.app.cli.Streams;
import dev.aludel.app.cli.Streams.Colour;
import dev.aludel.app.cli.Streams.Reader;
import dev.aludel.app.wiring.Environment;
import dev.aludel.migrations.sql.VisibleText;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;

/** Joins the command line to the process: its arguments, streams, variables and exit code. */
public final class Launcher {

  /** Set to {@code true} by the start script when standard output is a terminal with colours. */
  private static final String COLOUR = "aludel.colour";

  /** Set to {@code true} by the start script when standard error is a terminal. */
  private static final String TERMINAL = "aludel.terminal";

  /** Stands where the JVM could read no character. A file of that name would be another one. */
  private static final char REPLACEMENT = '\uFFFD';

  private static final int USAGE = 2;

  private Launcher() {}

  public static void main(String[] arguments) {
    silenceLogging();
    Environment environment =
        new Environment(System.getenv(), Path.of("").toAbsolutePath(), Clock.systemUTC());
    Streams streams =
        new Streams(
            utf8(FileDescriptor.out),
            utf8(FileDescriptor.err),
            Boolean.getBoolean(COLOUR) ? Colour.ON : Colour.OFF,
            Boolean.getBoolean(TERMINAL) ? Reader.WATCHES : Reader.READS_LATER);
    ProcessEnd end = new ProcessEnd(Thread.currentThread());
    Runtime.getRuntime().addShutdownHook(new Thread(end::begin, "aludel-end"));
    System.exit(answered(environment, streams, end, arguments));
  }

  private static int answered(
      Environment environment, Streams streams, ProcessEnd end, String... arguments) {
    try {
      return exitCode(environment, streams, end, arguments);
    } finally {
      end.answered();
    }
  }

  private static int exitCode(
      Environment environment, Streams streams, ProcessEnd end, String... arguments) {
    for (String argument : arguments) {
      if (argument.indexOf(REPLACEMENT) >= 0) {
        tellGarbled(argument, streams);
        return USAGE;
      }
    }
    return new AludelCommandLine(environment, streams, end).run(arguments);
  }

  private static void tellGarbled(String argument, Streams streams) {
    streams
        .err()
        .println(
            "Cannot read the argument \"%s\": it holds bytes that are no text in %s, the characters of this locale. Write it in these, or set LC_ALL=C.UTF-8."
                .formatted(VisibleText.value(argument), System.getProperty("sun.jnu.encoding")));
    streams.err().flush();
  }

  // What drivers log on their own would stand among our own words on standard error. Only what
  // logs makes the JDK read this.
  static void silenceLogging() {
    System.setProperty("java.util.logging.config.class", SilentLogging.class.getName());
  }

  // UTF-8 whatever the locale: ids and messages come from files in UTF-8. Not System.out, which
  // keeps it to itself when the disk is full.
  private static PrintWriter utf8(FileDescriptor stream) {
    return new PrintWriter(
        new OutputStreamWriter(new FileOutputStream(stream), StandardCharsets.UTF_8), false);
  }
}
