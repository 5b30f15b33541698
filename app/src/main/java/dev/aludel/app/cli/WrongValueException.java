package dev.aludel.app.cli;

/** A value on the command line is ill-formed as it was typed, whatever the world is like. */
final class WrongValueException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  WrongValueException(String message) {
    super(message);
  }

  /**
   * @param cause which says it in its own words
   */
  WrongValueException(RuntimeException cause) {
    super(cause.getMessage(), cause);
  }
}
