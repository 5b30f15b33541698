package dev.aludel.migrations.revision;

/** A text was given as a revision id or as a label, and cannot be one. */
public final class InvalidRevisionIdException extends MigrationException {
  private final String value;

  InvalidRevisionIdException(String value, String message) {
    super(message);
    this.value = value;
  }

  /** The refused text as it was given. */
  public String value() {
    return value;
  }
}
