package dev.aludel.app.cli;

import dev.aludel.app.cli.Streams.Reader;
import dev.aludel.migrations.sql.VisibleText;

/** Says what a command has to say, where and as it was asked for. */
final class Console {
  private final Streams streams;
  private final Verbosity verbosity;
  private final AnswerForm form;

  Console(Streams streams, Verbosity verbosity, AnswerForm form) {
    this.streams = streams;
    this.verbosity = verbosity;
    this.form = form;
  }

  /** Whether somebody wants to know more than usual, and it may cost more to find out. */
  boolean isVerbose() {
    return verbosity == Verbosity.VERBOSE;
  }

  /** Whether somebody sits before what is told on the way. */
  boolean isWatched() {
    return streams.reader() == Reader.WATCHES && verbosity != Verbosity.QUIET;
  }

  /**
   * Prints the answer.
   *
   * @throws UnwrittenAnswerException if it cannot be written, and something was done
   */
  void answer(Answer answer) {
    switch (form) {
      case TEXT -> answer.text(verbosity).forEach(streams.out()::println);
      case JSON -> streams.out().println(answer.json());
    }
    streams.out().flush();
    if (streams.out().checkError() && !answer.done().isEmpty()) {
      throw new UnwrittenAnswerException(answer.done());
    }
  }

  /** Prints a line of an answer in text before the answer is whole; in JSON it comes at the end. */
  void earlyLine(String line) {
    if (form == AnswerForm.TEXT) {
      streams.out().println(VisibleText.line(line));
      streams.out().flush();
    }
  }

  /** Says something about the answer that is no part of it. */
  void note(String text) {
    if (verbosity != Verbosity.QUIET) {
      say(text);
    }
  }

  /** Says what is wrong, whoever wants to hear it or not. */
  void warning(String text) {
    say(text);
  }

  /** Says what is being done, to those who want to know. */
  void progress(String text) {
    if (isVerbose()) {
      say(text);
    }
  }

  private void say(String text) {
    streams.err().println(VisibleText.message(text));
    streams.err().flush();
  }
}
