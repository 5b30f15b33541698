package dev.aludel.app.cli;

import java.util.List;

/** What was asked for is done, and nobody could be told. */
final class UnwrittenAnswerException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnwrittenAnswerException(List<String> done) {
    super(
        "Cannot write the answer to standard output, and all is done: %s"
            .formatted(String.join(" ", done)));
  }
}
